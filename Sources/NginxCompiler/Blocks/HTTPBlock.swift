import RouteModel

/// nginx's `http` block: what all hosts share, and the hosts.
final class HTTPBlock: TemplateBlock {
    let options: ProxyOptions
    let hashSize: Int
    let upstreams: [UpstreamBlock]
    let cookies: [CookieMapBlock]
    let table: TableBlock
    let tlsTable: TableBlock?
    let redirects: RedirectTableBlock?
    let servers: [ServerBlock]
    let defaults: DefaultServers
    let uses: UsedFeatures

    init(
        options: ProxyOptions, hashSize: Int, upstreams: Upstreams, table: TableBlock, tlsTable: TableBlock?,
        redirects: RedirectTableBlock?, servers: [ServerBlock], defaults: DefaultServers, uses: UsedFeatures
    ) {
        self.options = options
        self.hashSize = hashSize
        self.upstreams = upstreams.blocks
        self.cookies = upstreams.cookies
        self.table = table
        self.tlsTable = tlsTable
        self.redirects = redirects
        self.servers = servers
        self.defaults = defaults
        self.uses = uses
    }

    /// The same with other pools, lines and servers for some hosts; the lists say of as many as before.
    init(
        _ other: HTTPBlock, upstreams: [UpstreamBlock], lines: [TableLine], tlsLines: [TableLine],
        servers: [ServerBlock]
    ) {
        options = other.options
        hashSize = other.hashSize
        self.upstreams = upstreams
        cookies = other.cookies
        table = TableBlock(lines: lines, fallback: other.table.fallback)
        tlsTable = other.tlsTable.map { TableBlock(lines: tlsLines, fallback: $0.fallback) }
        redirects = other.redirects
        self.servers = servers
        defaults = other.defaults
        uses = other.uses
    }

    static let fields = Fields<HTTPBlock>(
        "http", "everything that speaks HTTP", limits + logging + connections + tls + routing + features)

    private static let limits: [Field<HTTPBlock>] = [
        .word("keepaliveTimeout", .duration, "how long an idle client is kept") {
            .duration($0.options.keepaliveTimeout.text)
        },
        .word("clientMaxBodySize", .size, "the largest body that a client may send") {
            .size($0.options.clientMaxBodySize.text)
        },
        .word("clientBodyBufferSize", .size, "how much of a body is kept in memory") {
            .size($0.options.clientBodyBufferSize.text)
        },
        .word("clientHeaderBufferSize", .size, "the memory for the usual request header") {
            .size($0.options.clientHeaderBufferSize.text)
        },
        .word("largeHeaderBufferCount", .number, "how many buffers a larger header may take") {
            .number($0.options.largeHeaderBuffers.count)
        },
        .word("largeHeaderBufferSize", .size, "the size of each of them, and so of the longest header line") {
            .size($0.options.largeHeaderBuffers.size.text)
        },
        .word("clientBodyTimeout", .duration, "how long a client may pause within a body") {
            .duration($0.options.clientBodyTimeout.text)
        },
        .word("underscoresInHeaders", .name, "on or off: whether header names with an underscore are taken") {
            .name($0.options.underscoresInHeaders ? "on" : "off")
        },
        .word("hashBucketSize", .number, "bytes that fit one name of a host in a hash") {
            .number($0.options.hashBucketSize)
        },
        .word("hashSize", .number, "how many places the hashes of names may have") { .number($0.hashSize) },
        .word("variablesHashSize", .number, "how many places the hash of variables may have") {
            .number($0.variablesHashSize)
        },
    ]

    private static let logging: [Field<HTTPBlock>] = [
        .blocks("logFormats", LogFormatBlock.self, "the formats of log lines") { $0.options.logFormats },
        .word("accessLog", .text, "where requests are logged") { .text($0.options.accessLog) },
        .flag("logsRequests", "requests are logged; nginx takes no format beside `off`") { $0.options.logsRequests },
        .flag("accessLogIsFile", "requests are logged to a file, which is written faster in larger pieces") {
            $0.options.accessLogIsFile
        },
        .flag("hideInfoHeaders", "answers do not tell of the proxy and the peer") { $0.options.hideInfoHeaders },
    ]

    private static let connections: [Field<HTTPBlock>] = [
        .word("httpVersion", .name, "what is spoken to peers") { .name($0.options.httpVersion.rawValue) },
        .word("connectTimeout", .number, "seconds that a peer may take to accept a connection") {
            .number($0.options.connectTimeout)
        },
        .word("sendTimeout", .number, "seconds that may pass between two writes") { .number($0.options.sendTimeout) },
        .word("readTimeout", .number, "seconds that may pass between two reads from a peer") {
            .number($0.options.readTimeout)
        },
        .word("publishedPort", .number, "the port that clients use") { .number($0.options.publishedPort) },
        .word("publishedSSLPort", .number, "the port that clients of TLS use") { .number($0.options.publishedSSLPort) },
        .word("tlsHost", .text, "the host that was asked for, over TLS") { .text($0.options.tlsHost) },
        .word("idleConnection", .text, "what the header Connection tells peers: close, or nothing") {
            .text($0.options.keepalive > 0 ? CheckedText(checked: "") : CheckedText(checked: "close"))
        },
        .flag("cachesByHost", "answers are cached, and the operator does not say by what") {
            $0.options.cachesByHost
        },
        .optional("keepaliveMinTimeout", .duration, "how long an idle client is kept at least, even in a reload") {
            $0.options.version.hasKeepaliveMinTimeout ? .duration("5s") : nil
        },
        .flag("trustsProxies", "there are proxies in front whose word for a client's address is taken") {
            !$0.options.trustedProxies.isEmpty
        },
        .words("trustedProxies", .address, "their addresses and ranges") {
            $0.options.trustedProxies.map(Word.address)
        },
    ]

    private static let tls: [Field<HTTPBlock>] = [
        .words("sslProtocols", .name, "the protocols that clients may use") { $0.options.sslProtocols.map(Word.name) },
        .word("sslCiphers", .text, "the ciphers that clients may use") { .text($0.options.sslCiphers) },
        .optional("dhParameters", .text, "a file of Diffie-Hellman parameters") {
            $0.options.dhParameters.map(Word.text)
        },
        .statements("sslOptions", "the operator's SSLOpts") { $0.options.sslOptions },
        .statements("options", "the operator's HTTPOptions") { $0.options.httpOptions },
    ]

    private static let routing: [Field<HTTPBlock>] = [
        .word("port", .number, "the port that is listened on") { .number($0.options.targetPort) },
        .word("sslPort", .number, "the port that is listened on for TLS") { .number($0.options.targetSSLPort) },
        .words("statusAllow", .address, "who may ask what nginx is doing, beside the container itself") {
            $0.options.statusAllow.map(Word.address)
        },
        .word("statusHost", .host, "the name under which the proxy tells of itself") { _ in
            .host(Hostname.proxyItself.text)
        },
        .blocks("upstreams", UpstreamBlock.self, "the pools of peers") { $0.upstreams },
        .part("table", TableBlock.self, "the hosts without a server of their own, and who answers them") {
            $0.table
        },
        .block("tlsTable", TableBlock.self, "the same over TLS: the hosts that show a certificate") { $0.tlsTable },
        .block("redirects", RedirectTableBlock.self, "the hosts whose plain HTTP is sent elsewhere") { $0.redirects },
        .blocks("cookies", CookieMapBlock.self, "cookies that nginx has no variable for") { $0.cookies },
        .blocks("servers", ServerBlock.self, "those of hosts that need more than a line of the table, or a certificate")
        { $0.servers },
        .part("plainDefault", ServerBlock.self, "answers plain HTTP for hosts without a server") { $0.defaults.plain },
        .block("tlsDefault", ServerBlock.self, "answers TLS for names that nobody has, with a certificate of its own") {
            $0.defaults.tls
        },
        .flag("tlsRejected", "TLS handshakes for names that nobody has are rejected") { $0.defaults.rejectsTLS },
        .block("tlsBorrowed", CertificateBlock.self, "a certificate for closing connections for names that nobody has")
        {
            $0.defaults.borrowed
        },
    ]

    private static let features: [Field<HTTPBlock>] = [
        .flag("behindStream", "TLS connections come from the stream block, with their clients' addresses") {
            $0.uses.isBehindStream
        },
        .flag("http2Parameter", "HTTP/2 is a word of listen") {
            $0.options.usesHTTP2 && !$0.options.version.hasHTTP2Directive
        },
        .flag("http2Directive", "HTTP/2 is a directive") {
            $0.options.usesHTTP2 && $0.options.version.hasHTTP2Directive
        },
        .flag("grpc", "some service speaks gRPC") { $0.uses.grpc },
        .block("resolver", ResolverBlock.self, "the DNS server that is asked for services") {
            $0.uses.dns ? ResolverBlock(options: $0.options) : nil
        },
    ]
}

extension HTTPBlock {
    /// Twice the variables for cookies, 1,024 at least, where nginx's own number about a hundred; with fewer it warns.
    private var variablesHashSize: Int { max(1024, powerOfTwo(atLeast: 2 * cookies.count)) }
}

/// The servers for names that no other server has.
struct DefaultServers {
    var plain: ServerBlock
    var tls: ServerBlock?
    var rejectsTLS = false
    var borrowed: CertificateBlock?
}

/// What some host needs and the whole `http` block has to provide.
struct UsedFeatures: Equatable, Sendable {
    var grpc = false
    var dns = false
    var isBehindStream = false

    /// Notes what a route needs.
    mutating func note(_ route: Route) {
        guard case .forward(let forward) = route.action else { return }
        if forward.backend == .grpc { grpc = true }
        if case .domain = forward.target { dns = true }
    }

    /// Notes what another host needs.
    mutating func add(_ others: UsedFeatures) {
        grpc = grpc || others.grpc
        dns = dns || others.dns
    }
}

/// The DNS server that is asked for services.
struct ResolverBlock: TemplateBlock {
    let options: ProxyOptions

    static let fields = Fields<Self>(
        "resolver", "the DNS server that is asked for services",
        [
            .word("address", .address, "its address") { .address($0.options.resolver) },
            .word("valid", .duration, "how long its answers count") { .duration($0.options.resolverValid.text) },
        ])
}

/// The words of a log line.
struct LogFormatBlock: TemplateBlock {
    let name: String
    let words: [CheckedText]

    static let fields = Fields<Self>(
        "logFormat", "the format of a log line",
        [
            .word("name", .name, "what access_log calls it") { .name($0.name) },
            .words("words", .text, "its pieces, joined without a blank") { $0.words.map(Word.text) },
        ])
}
