/// What the operator says about nginx itself (`[Extensions.NAME.Config]`, reference section 3.4).
///
/// Defaults are those of Interlock's documentation; where its samples differ, the samples' (3.7).
public struct ProxySettings: Sendable {
    /// The nginx version to write for, as `1.22`; empty: what Debian 12 ships.
    public internal(set) var version = SettingText("")
    /// What is spoken to peers.
    public internal(set) var httpVersion = HTTPVersion.http11
    /// The user that workers run as.
    public internal(set) var user = "nginx"
    /// The file with the process number of nginx's master.
    public internal(set) var pidPath = SettingText("/var/run/proxy.pid")
    /// Connections a worker may have open at once, those to peers included.
    public internal(set) var maxConnections = 1024
    /// How long a peer may take to accept a connection, in seconds; Interlock's documents call it the clients'.
    public internal(set) var connectTimeout = 600
    /// How long may pass between two writes, to a peer or to a client, in seconds.
    public internal(set) var sendTimeout = 600
    /// How long may pass between two reads from a peer, in seconds.
    public internal(set) var readTimeout = 600
    /// Whether a client's address decides its peer where the service does not say.
    public internal(set) var ipHash = false
    /// Words of HAProxy's statistics page, which nginx has not.
    public internal(set) var adminUser = ""
    /// See `adminUser`.
    public internal(set) var adminPass = ""
    /// Further statements for TLS.
    public internal(set) var sslOpts = SettingText("")
    /// In bits; more than 0 lets `sslDefaultDHParamPath` count.
    public internal(set) var sslDefaultDHParam = 1024
    /// A file of Diffie-Hellman parameters; empty: none.
    public internal(set) var sslDefaultDHParamPath = SettingText("")
    /// A word of HAProxy (`required`) that nginx would refuse.
    public internal(set) var sslVerify = ""
    /// How many workers answer requests.
    public internal(set) var workerProcesses = WorkerCount.number(1)
    /// Files that a worker may have open.
    public internal(set) var rLimitNoFile = 65535
    /// The ciphers that clients may use up to TLS 1.2, as OpenSSL lists them.
    public internal(set) var sslCiphers = SettingText("HIGH:!aNULL:!MD5")
    /// The protocols that clients of TLS may use.
    public internal(set) var sslProtocols = ["TLSv1.2"]
    /// Where requests are logged: a file, `/dev/stdout`, `syslog:…` or `off`.
    public internal(set) var accessLogPath = SettingText("/dev/stdout")
    /// Where warnings and errors are logged.
    public internal(set) var errorLogPath = SettingText("/dev/stdout")
    /// The words of a log format, quoted as nginx wants them; `nil`: the one of Interlock's documents.
    public internal(set) var mainLogFormat: SettingText?
    /// Likewise, for a format that no log uses unless a statement of the operator names it.
    public internal(set) var traceLogFormat: SettingText?
    /// How long an idle client's connection is kept.
    public internal(set) var keepaliveTimeout = NginxTime("75s")
    /// The largest body that a client may send; 0 means any.
    public internal(set) var clientMaxBodySize = NginxSize("1m")
    /// How much of a body is kept in memory, not in a file.
    public internal(set) var clientBodyBufferSize = NginxSize("8k")
    /// The memory for the usual request header.
    public internal(set) var clientHeaderBufferSize = NginxSize("1k")
    /// The memory for larger ones.
    public internal(set) var largeClientHeaderBuffers = BufferSet(count: 4, size: NginxSize("8k"))
    /// How long a client may pause within a body.
    public internal(set) var clientBodyTimeout = NginxTime("60s")
    /// Whether headers with an underscore in their name are taken; most servers read it as a `-`.
    public internal(set) var underscoresInHeaders = false
    /// The memory in which workers share the state of peers, in KiB; `nil`: they share none.
    public internal(set) var upstreamZoneSize: Int?
    /// In bytes, though Interlock's documents say KB; a lower bound.
    public internal(set) var serverNamesHashBucketSize: SettingNumber?
    /// Further statements outside all blocks.
    public internal(set) var globalOptions: [SettingText] = []
    /// Further statements in `http`.
    public internal(set) var httpOptions: [SettingText] = []
    /// Further statements in `stream`.
    public internal(set) var tcpOptions: [SettingText] = []
    /// Whether clients of TLS may speak HTTP/2. Ours.
    public internal(set) var http2 = true
    /// How many idle connections each worker keeps to the peers of one upstream; 0: none. Ours.
    public internal(set) var upstreamKeepalive = 0
    /// Who answers for the names of services (`backend_mode=dns`): Docker's own resolver. Ours.
    public internal(set) var resolver = SocketText("127.0.0.11")
    /// How long its answers count. Ours.
    public internal(set) var resolverValid = NginxTime("10s")
    /// Who may read `/nginx_status` beside the proxy's own container: addresses and ranges. Ours.
    public internal(set) var statusAllow: [NetworkText] = []
    /// Proxies in front of these whose `X-Forwarded-For` names the client: addresses and ranges. Ours.
    public internal(set) var trustedProxies: [NetworkText] = []
    /// Whether answers go without the headers that tell of the proxy and the peer.
    public internal(set) var hideInfoHeaders = false

    /// The nginx version to write for; `nil` if `version` names none that can be.
    public var nginxVersion: NginxVersion? {
        if version.text.utf8.isEmpty { return .usual }
        return NginxVersion(version.text).flatMap { $0 >= .oldest ? $0 : nil }
    }
}

/// A text of config.toml and where its value begins, for what is found wrong with it later.
public struct SettingText: Hashable, Sendable {
    /// The text, its escapes undone.
    public let text: String
    /// `nil` for a default.
    public let position: TextPosition?

    init(_ text: String, at position: TextPosition? = nil) {
        self.text = text
        self.position = position
    }
}

/// A number of config.toml and where it stands.
public struct SettingNumber: Hashable, Sendable {
    /// The number.
    public let number: Int
    /// Where it stands.
    public let position: TextPosition
}

/// What proxies speak to peers.
public enum HTTPVersion: String, CaseIterable, Sendable {
    case http10 = "1.0"
    case http11 = "1.1"
}

/// How many workers nginx starts.
public enum WorkerCount: Hashable, Sendable {
    case number(Int)
    /// One a processor.
    case auto
}

/// `large_client_header_buffers`: how many buffers, and how large each may be.
public struct BufferSet: Hashable, Sendable {
    /// How many buffers, at least 1.
    public let count: Int
    /// The size of each.
    public let size: NginxSize
}
