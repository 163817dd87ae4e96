/// A label that the router reads from a service: Interlock's (reference section 4.1), then our own in its style.
public enum Label: String, CaseIterable, Hashable, Sendable {
    case hosts, port, network
    case contextRoot = "context_root"
    case contextRootRewrite = "context_root_rewrite"
    case serviceCluster = "service_cluster"
    case backendMode = "backend_mode"
    case defaultBackend = "default_backend"
    case redirects
    case websocketEndpoints = "websocket_endpoints"
    case stickySessionCookie = "sticky_session_cookie"
    case ipHash = "ip_hash"
    case maxFails = "max_fails"
    case failTimeout = "fail_timeout"
    case sslCert = "ssl_cert"
    case sslKey = "ssl_key"
    case sslPassthrough = "ssl_passthrough"
    case sslOnly = "ssl_only"
    case sslBackend = "ssl_backend"
    case sslBackendTLSVerify = "ssl_backend_tls_verify"

    case backendProtocol = "backend_protocol"
    case clientMaxBodySize = "client_max_body_size"
    case connectTimeout = "connect_timeout"
    case readTimeout = "read_timeout"
    case sendTimeout = "send_timeout"
    case buffering

    /// What every label of the router begins with.
    public static let prefix = prefixText.description
    static let prefixText: StaticString = "com.docker.lb."

    /// The whole key, as it stands on a service.
    public var key: String { Self.prefix + rawValue }

    /// The number of the case, from 0: what tells labels apart without comparing texts.
    var ordinal: UInt8 { withUnsafeBytes(of: self) { $0[0] } }

    /// By the case itself. Without this Swift hashes the raw text, which took 5 % of the time from snapshot to file.
    public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}
