import RouteModel

/// nginx's `upstream` block: a named pool of peers.
final class UpstreamBlock: TemplateBlock {
    let name: String
    let pool: Upstream
    let zone: ZoneBlock?
    /// How many idle connections are kept to the peers; `nil`: nothing is said.
    let keepalive: Int?

    init(name: String, pool: Upstream, zone: ZoneBlock?, keepalive: Int?) {
        self.name = name
        self.pool = pool
        self.zone = zone
        self.keepalive = keepalive
    }

    /// The same upstream with another zone.
    func with(_ zone: ZoneBlock) -> UpstreamBlock {
        UpstreamBlock(name: name, pool: pool, zone: zone, keepalive: keepalive)
    }

    static let fields = Fields<UpstreamBlock>(
        "upstream", "a named pool of peers",
        [
            .word("name", .name, "its name, unique in the file") { .name($0.name) },
            .flag("clientAddressAffinity", "a client's address decides its peer") {
                $0.pool.affinity == .clientAddress
            },
            .optional("cookieAffinity", .variable, "the value that decides a client's peer") {
                if case .cookie(let cookie)? = $0.pool.affinity { .variable(cookie.variable) } else { nil }
            },
            .block("zone", ZoneBlock.self, "the memory in which workers share what they know of peers") { $0.zone },
            .blocks("peers", Peer.self, "its peers") { $0.pool.peers },
            .optional("keepalive", .number, "how many idle connections are kept to the peers") {
                $0.keepalive.map(Word.number)
            },
        ])
}

/// Shared memory for the state of peers; one for all upstreams, since nginx searches zones linearly.
struct ZoneBlock: TemplateBlock {
    /// `nil` in all upstreams but the first, which tells nginx for all.
    var size: String?

    static let fields = Fields<Self>(
        "zone", "memory that workers share",
        [.optional("size", .size, "its size, which the first upstream tells for all") { $0.size.map(Word.size) }])
}

/// One `server` line of an upstream.
extension Peer: TemplateBlock {
    static let fields = Fields<Self>(
        "peer", "one address that answers requests",
        [
            .word("address", .address, "address and port") { $0.socket },
            .optional("weight", .number, "its share of the requests, where it is not 1") {
                $0.weight == 1 ? nil : .number($0.weight)
            },
            .optional("maxFails", .number, "after how many failures it is passed over") {
                $0.maxFails.map(Word.number)
            },
            .optional("failTimeout", .duration, "for how long") { $0.failTimeout.map { .duration($0.text) } },
        ])

    /// Its address and port.
    var socket: Word { .peer(address, port) }
}

/// A map that gives a cookie's value where nginx has no variable for it.
struct CookieMapBlock: TemplateBlock {
    let cookie: CookieName

    static let fields = Fields<Self>(
        "cookieMap", "a cookie whose name nginx cannot have in a variable",
        [
            .word("variable", .variable, "the variable with its value") { .variable($0.cookie.variable) },
            .word("pattern", .pattern, "matches its name") { .pattern($0.cookie.pattern) },
        ])
}

extension CookieName {
    /// Whether nginx has a variable for the cookie: only letters, digits and underscores follow `$cookie_`.
    var hasVariable: Bool { text.utf8.allSatisfy { isWordByte($0) } }

    /// The variable with the cookie's value: nginx's own, else one of ours whose name spells the cookie's so that no
    /// two share it (variables' names are compared without case).
    var variable: String {
        guard !hasVariable else { return "$cookie_" + text }
        let spelled = text.utf8.map { byte in
            isLowerOrDigit(byte) ? String(UnicodeScalar(byte)) : "_" + hexadecimal(byte)
        }
        return "$sticky_" + spelled.joined()
    }

    /// The name in a regular expression: every byte that could mean something there is written as a number.
    fileprivate var pattern: String {
        text.utf8.map { isWordByte($0) ? String(UnicodeScalar($0)) : "\\x" + hexadecimal($0) }.joined()
    }

    private func isLowerOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        isLowerOrDigit(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
