import RouteModel

/// nginx's `http` block: what all hosts share, and the hosts.
struct HTTPBlock: TemplateBlock {
    let options: ProxyOptions
    let hashSize: Int
    let upstreams: [UpstreamBlock]
    let table: TableBlock
    let servers: [ServerBlock]

    static let fields = Fields<Self>(
        "http", "everything that speaks HTTP", limits + logging + connections + tls + routing)

    private static let limits: [Field<Self>] = [
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
    ]

    private static let logging: [Field<Self>] = [
        .blocks("logFormats", LogFormatBlock.self, "the formats of log lines") { $0.options.logFormats },
        .word("accessLog", .text, "where requests are logged") { .text($0.options.accessLog) },
        .flag("logsRequests", "requests are logged; nginx takes no format beside `off`") { $0.options.logsRequests },
        .flag("accessLogIsFile", "requests are logged to a file, which is written faster in larger pieces") {
            $0.options.accessLogIsFile
        },
        .flag("hideInfoHeaders", "answers do not tell of the proxy and the peer") { $0.options.hideInfoHeaders },
    ]

    private static let connections: [Field<Self>] = [
        .word("httpVersion", .name, "what is spoken to peers") { .name($0.options.httpVersion.rawValue) },
        .word("connectTimeout", .number, "seconds that a peer may take to accept a connection") {
            .number($0.options.connectTimeout)
        },
        .word("sendTimeout", .number, "seconds that may pass between two writes") { .number($0.options.sendTimeout) },
        .word("readTimeout", .number, "seconds that may pass between two reads from a peer") {
            .number($0.options.readTimeout)
        },
        .word("publishedPort", .number, "the port that clients use") { .number($0.options.publishedPort) },
    ]

    private static let tls: [Field<Self>] = [
        .words("sslProtocols", .name, "the protocols that clients may use") { $0.options.sslProtocols.map(Word.name) },
        .word("sslCiphers", .text, "the ciphers that clients may use") { .text($0.options.sslCiphers) },
        .optional("dhParameters", .text, "a file of Diffie-Hellman parameters") {
            $0.options.dhParameters.map(Word.text)
        },
        .statements("sslOptions", "the operator's SSLOpts") { $0.options.sslOptions },
        .statements("options", "the operator's HTTPOptions") { $0.options.httpOptions },
    ]

    private static let routing: [Field<Self>] = [
        .word("port", .number, "the port that is listened on") { .number($0.options.targetPort) },
        .word("statusHost", .host, "the name under which the proxy tells of itself") { _ in
            .host(Hostname.proxyItself.text)
        },
        .blocks("upstreams", UpstreamBlock.self, "the pools of peers") { $0.upstreams },
        .part("table", TableBlock.self, "the hosts that need no server of their own") { $0.table },
        .blocks("servers", ServerBlock.self, "the other hosts") { $0.servers },
    ]
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
