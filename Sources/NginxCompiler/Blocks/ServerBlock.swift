import RouteModel

/// nginx's `server` block: hosts that need more than a line of the table, or the certificate of those that do not.
///
/// A class, as all blocks are that a file has many of or that hold much: entering one, and reading a word of one that is
/// around, counts one reference instead of dozens.
final class ServerBlock: TemplateBlock {
    /// The names of its hosts; none: all names that no other server has. Nearly every server has one, and none an array.
    var hosts: [String] { host.map { [$0] + otherHosts } ?? [] }
    private let host: String?
    private let otherHosts: [String]
    /// Whether it answers plain HTTP.
    let isPlain: Bool
    let certificate: CertificateBlock?
    /// Where all requests are sent.
    let redirect: Redirect?
    /// Whether hosts may be asked for that nobody answers by the table.
    let checksTable: Bool
    /// The same of the table of hosts with a certificate.
    let checksTLSTable: Bool
    let paths: ServerPaths

    init(
        hosts: [String] = [], isPlain: Bool = false, certificate: CertificateBlock? = nil, redirect: Redirect? = nil,
        checksTable: Bool = false, checksTLSTable: Bool = false, paths: ServerPaths = ServerPaths()
    ) {
        host = hosts.first
        otherHosts = hosts.count > 1 ? Array(hosts.dropFirst()) : []
        self.isPlain = isPlain
        self.certificate = certificate
        self.redirect = redirect
        self.checksTable = checksTable
        self.checksTLSTable = checksTLSTable
        self.paths = paths
    }

    static let fields = Fields<ServerBlock>(
        "server", "hosts that need more than a line of the table, or the certificate of those that do not",
        [
            .words("hosts", .host, "their names; none: all names that no other server has") { $0.hosts.map(Word.host) },
            .flag("plain", "plain HTTP is answered") { $0.isPlain },
            .block("certificate", CertificateBlock.self, "TLS is answered, with this certificate") { $0.certificate },
            .optional("redirect", .url, "where all requests are sent, their path behind it") {
                if case .to(let target)? = $0.redirect { .url(target.text) } else { nil }
            },
            .flag("isSentToTLS", "all requests are sent to the same host over TLS") { $0.redirect == .secure },
            .flag("checksTable", "hosts may be asked for that nobody answers by the table") { $0.checksTable },
            .flag("checksTLSTable", "the same of the table of hosts that show a certificate") { $0.checksTLSTable },
            .blocks("locations", LocationBlock.self, "the paths of the hosts") { $0.paths.locations },
            .flag("hasGap", "some path of the hosts is nobody's") { $0.paths.hasGap },
        ])
}

/// The paths of a server's hosts.
struct ServerPaths {
    var locations: [LocationBlock] = []
    /// Whether some path is nobody's.
    var hasGap = false
}

extension ServerPaths {
    /// Adds a path whose requests go on. It takes two locations: a prefix of nginx's would match `/application` for `/app`.
    mutating func add(_ path: PathPrefix, _ forward: ForwardBlock) { add(path, .forward(forward)) }

    /// Adds a path and all paths below it.
    mutating func add(_ path: PathPrefix, _ content: LocationBlock.Content) {
        if !path.isRoot { add(exactly: path, content) }
        add(below: path, content)
    }

    /// Adds a path alone.
    mutating func add(exactly path: PathPrefix, _ content: LocationBlock.Content) {
        locations.append(LocationBlock(path: path.text, isExact: true, content: content))
    }

    /// Adds the paths below a path.
    mutating func add(below path: PathPrefix, _ content: LocationBlock.Content) {
        let folder = path.isRoot ? "/" : path.text + "/"
        locations.append(LocationBlock(path: folder, isExact: false, content: content))
    }
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
