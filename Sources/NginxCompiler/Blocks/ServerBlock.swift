import RouteModel

/// nginx's `server` block: hosts that are more than lines of the table, or the certificate of those that are.
struct ServerBlock: TemplateBlock {
    var hosts: [String] = []
    /// Whether it answers plain HTTP.
    var isPlain = false
    var certificate: CertificateBlock?
    /// Where all requests are sent.
    var redirect: Redirect?
    /// Whether the table of plain hosts says what answers.
    var usesTable = false
    /// Whether the table of plain hosts with a certificate does.
    var usesTLSTable = false
    var locations: [LocationBlock] = []
    /// Whether some path of the hosts is nobody's.
    var hasGap = false

    static let fields = Fields<Self>(
        "server", "hosts that are more than lines of the table, or the certificate of those that are",
        [
            .words("hosts", .host, "their names; none: all names that no other server has") { $0.hosts.map(Word.host) },
            .flag("plain", "plain HTTP is answered") { $0.isPlain },
            .block("certificate", CertificateBlock.self, "TLS is answered, with this certificate") { $0.certificate },
            .optional("redirect", .url, "where all requests are sent, their path behind it") {
                if case .to(let target)? = $0.redirect { .url(target.text) } else { nil }
            },
            .flag("isSentToTLS", "all requests are sent to the same host over TLS") { $0.redirect == .secure },
            .flag("usesTable", "the table of plain hosts says what answers") { $0.usesTable },
            .flag("usesTLSTable", "the table of plain hosts with a certificate does") { $0.usesTLSTable },
            .blocks("locations", LocationBlock.self, "the paths of the hosts") { $0.locations },
            .flag("hasGap", "some path of the hosts is nobody's") { $0.hasGap },
        ])
}

/// A certificate and its key, as files.
struct CertificateBlock: TemplateBlock {
    let certificate: String
    let key: String

    static let fields = Fields<Self>(
        "certificate", "a certificate and its key",
        [
            .word("file", .path, "the file with the certificate and its chain") { .path($0.certificate) },
            .word("key", .path, "the file with the key") { .path($0.key) },
        ])
}
