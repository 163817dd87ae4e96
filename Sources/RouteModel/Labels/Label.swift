/// A label that Interlock reads from a service (reference section 4.1), or one of our own in its style.
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

    /// What every label of the router begins with.
    public static let prefix = prefixText.description
    static let prefixText: StaticString = "com.docker.lb."

    /// The whole key, as it stands on a service.
    public var key: String { Self.prefix + rawValue }

    /// By the case itself. Without this Swift hashes the raw text, which took 5 % of the time from snapshot to file.
    public func hash(into hasher: inout Hasher) { withUnsafeBytes(of: self) { hasher.combine(bytes: $0) } }

    /// The labels that this version acts on; the others are reported.
    static let effective: Set<Label> = [.hosts, .port, .network, .contextRoot, .contextRootRewrite, .serviceCluster]
}
