/// The map from the names of hosts to what answers them: those without a server of their own.
///
/// A line costs nginx nothing to load; a server block of its own costs about 20 KB and a linear search.
struct TableBlock: TemplateBlock {
    let lines: [TableLine]
    /// What answers hosts that nobody has.
    let fallback: Word?

    static let fields = Fields<Self>(
        "table", "the hosts without a server of their own, and who answers them",
        [
            .flag("hasWildcards", "a host begins with \"*.\"") { $0.lines.contains { isWildcard($0.host) } },
            .optional("fallback", .address, "what answers hosts that nobody has") { $0.fallback },
            .blocks("lines", TableLine.self, "one a host") { $0.lines },
        ])
}

/// One host of the table.
final class TableLine: TemplateBlock {
    let host: String
    /// An address, the name of an upstream or one to ask DNS for; `nil`: nothing answers it.
    let target: Word?

    init(host: String, target: Word?) {
        self.host = host
        self.target = target
    }

    static let fields = Fields<TableLine>(
        "line", "one host of the table",
        [
            .word("host", .host, "its name") { .host($0.host) },
            .optional("target", .address, "what answers it: an address, an upstream, or a name in DNS") {
                $0.target
            },
        ])
}

/// The map from the name of a host to where its plain HTTP is sent.
struct RedirectTableBlock: TemplateBlock {
    let lines: [RedirectLine]

    /// `nil` if no host is sent anywhere.
    init?(lines: [RedirectLine]) {
        guard !lines.isEmpty else { return nil }
        self.lines = lines
    }

    static let fields = Fields<Self>(
        "redirects", "the hosts whose plain HTTP is sent elsewhere",
        [
            .flag("hasWildcards", "a host begins with \"*.\"") { $0.lines.contains { isWildcard($0.host) } },
            .blocks("lines", RedirectLine.self, "one a host") { $0.lines },
        ])
}

/// One host that is sent elsewhere, or one that a wildcard's line must not send.
final class RedirectLine: TemplateBlock {
    let host: String
    let target: Target

    init(host: String, target: Target) {
        self.host = host
        self.target = target
    }

    /// Where requests of plain HTTP are sent.
    enum Target {
        case url(String)
        /// To the same host over TLS.
        case tls
        case none
    }

    static let fields = Fields<RedirectLine>(
        "redirect", "one host that is sent elsewhere, or one that a wildcard's line must not send",
        [
            .word("host", .host, "its name") { .host($0.host) },
            .optional("target", .url, "where its requests are sent") {
                if case .url(let url) = $0.target { .url(url) } else { nil }
            },
            .flag("isSentToTLS", "they are sent to the same host over TLS") {
                if case .tls = $0.target { true } else { false }
            },
            .flag("isNotSent", "they are not sent anywhere") { if case .none = $0.target { true } else { false } },
        ])
}

private func isWildcard(_ host: String) -> Bool { host.utf8.first == UInt8(ascii: "*") }
