import RouteModel

/// nginx's `stream` block: TLS connections that go on as they are, and the operator's own statements.
struct StreamBlock: TemplateBlock {
    let options: ProxyOptions
    let passthrough: PassthroughBlock?

    /// `nil` if there is nothing to write.
    init?(options: ProxyOptions, passthrough: PassthroughBlock?) {
        guard passthrough != nil || !options.tcpOptions.isEmpty else { return nil }
        self.options = options
        self.passthrough = passthrough
    }

    static let fields = Fields<Self>(
        "stream", "what is passed on without looking into it",
        [
            .statements("options", "the operator's TCPOptions") { $0.options.tcpOptions },
            .block("passthrough", PassthroughBlock.self, "TLS connections that go on as they are") { $0.passthrough },
        ])
}

/// TLS connections that go on as they are, told apart by the name that the client asks for.
final class PassthroughBlock: TemplateBlock {
    let options: ProxyOptions
    let hashSize: Int
    let upstreams: [UpstreamBlock]
    let lines: [TableLine]
    let fallback: Word?
    /// The hosts whose TLS connections end here.
    let terminated: [String]
    /// Whether the other names are answered by the servers of the `http` block.
    let isBesideTermination: Bool

    init(
        options: ProxyOptions, hashSize: Int, upstreams: [UpstreamBlock], lines: [TableLine], fallback: Word?,
        terminated: [String], isBesideTermination: Bool
    ) {
        self.options = options
        self.hashSize = hashSize
        self.upstreams = upstreams
        self.lines = lines
        self.fallback = fallback
        self.terminated = terminated
        self.isBesideTermination = isBesideTermination
    }

    static let fields = Fields<PassthroughBlock>(
        "passthrough", "TLS connections that go on as they are",
        [
            .word("hashBucketSize", .number, "bytes that fit one name of a host in a hash") {
                .number($0.options.hashBucketSize)
            },
            .word("hashSize", .number, "how many places the hash of names may have") { .number($0.hashSize) },
            .word("sslPort", .number, "the port that is listened on") { .number($0.options.targetSSLPort) },
            .optional("log", .text, "where connections are logged, if at all") {
                $0.options.connectionLog.map(Word.text)
            },
            .word("connectTimeout", .number, "seconds that a peer may take to accept a connection") {
                .number($0.options.connectTimeout)
            },
            .word("readTimeout", .number, "seconds that a connection may be silent") {
                .number($0.options.readTimeout)
            },
            .blocks("upstreams", UpstreamBlock.self, "the pools of peers") { $0.upstreams },
            .blocks("lines", TableLine.self, "one a host") { $0.lines },
            .optional("fallback", .address, "what answers names that nobody has") { $0.fallback },
            .words("terminated", .host, "the hosts whose TLS connections end here") { $0.terminated.map(Word.host) },
            .flag("besideTermination", "the other names are answered by the servers for HTTP") {
                $0.isBesideTermination
            },
        ])
}
