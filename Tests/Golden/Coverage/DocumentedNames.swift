/// The names that users may write, as documents list them: Interlock's, then our own.
///
/// They are written down here a second time on purpose: a name that the product loses is missed.
enum DocumentedNames {
    /// Labels without `com.docker.lb.` (reference section 4.1).
    static let labels = [
        "hosts", "port", "network", "context_root", "context_root_rewrite", "ssl_cert", "ssl_key", "ssl_passthrough",
        "websocket_endpoints", "service_cluster", "sticky_session_cookie", "redirects", "backend_mode",
        "default_backend", "ip_hash", "max_fails", "fail_timeout", "ssl_only", "ssl_backend", "ssl_backend_tls_verify",
        "backend_protocol", "client_max_body_size", "connect_timeout", "read_timeout", "send_timeout", "buffering",
    ]

    /// What Interlock's core reads for itself (3.2).
    static let coreOptions = [
        "ListenAddr", "DockerURL", "TLSCACert", "TLSCert", "TLSKey", "AllowInsecure", "PollInterval",
        "EndpointOverride",
    ]

    /// What one extension is and how its proxies run (3.3).
    static let extensionOptions = [
        "Image", "ServiceName", "Args", "Labels", "ContainerLabels", "Constraints", "PlacementPreferences", "Networks",
        "ProxyImage", "ProxyServiceName", "ProxyArgs", "ProxyLabels", "ProxyContainerLabels", "ProxyConfigPath",
        "ProxyReplicas", "ProxyStopSignal", "ProxyStopGracePeriod", "ProxyConstraints", "ProxyPlacementPreferences",
        "ProxyUpdateDelay", "ServiceCluster", "PublishMode", "PublishedPort", "TargetPort", "PublishedSSLPort",
        "TargetSSLPort", "Template", "HitlessServiceUpdate", "ConfigImage", "ConfigServiceName",
    ]

    /// What stands in nginx.conf (3.4, 3.5).
    static let proxyOptions = [
        "Version", "HTTPVersion", "User", "PidPath", "MaxConnections", "ConnectTimeout", "SendTimeout", "ReadTimeout",
        "IPHash", "AdminUser", "AdminPass", "SSLOpts", "SSLDefaultDHParam", "SSLDefaultDHParamPath", "SSLVerify",
        "WorkerProcesses", "RLimitNoFile", "SSLCiphers", "SSLProtocols", "AccessLogPath", "ErrorLogPath",
        "MainLogFormat", "TraceLogFormat", "KeepaliveTimeout", "ClientMaxBodySize", "ClientBodyBufferSize",
        "ClientHeaderBufferSize", "LargeClientHeaderBuffers", "ClientBodyTimeout", "UnderscoresInHeaders",
        "UpstreamZoneSize", "ServerNamesHashBucketSize", "GlobalOptions", "HTTPOptions", "TCPOptions",
        "HideInfoHeaders", "HTTP2", "UpstreamKeepalive", "Resolver", "ResolverValid", "StatusAllow", "TrustedProxies",
    ]

    /// What only Interlock's HAProxy extension reads (3.6).
    static let haproxyOptions = ["ClientTimeout", "ServerTimeout", "DefaultOptions"]
}
