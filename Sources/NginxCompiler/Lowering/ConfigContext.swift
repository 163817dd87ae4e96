/// Where statements of the operator stand.
enum ConfigContext: String, CaseIterable {
    case main, http, stream

    /// The blocks around the statements, outermost first.
    var blocks: [String] { self == .main ? [] : [rawValue] }
}

extension ConfigContext {
    /// The options of config.toml by the directive that they write: what to set where a statement would repeat it.
    var options: [String: String] {
        switch self {
        case .main:
            [
                "pid": "PidPath", "user": "User", "worker_processes": "WorkerProcesses",
                "worker_rlimit_nofile": "RLimitNoFile",
            ]
        case .http: Self.httpOptions
        case .stream: ["proxy_connect_timeout": "ConnectTimeout", "proxy_timeout": "ReadTimeout"]
        }
    }

    private static let httpOptions = [
        "client_body_buffer_size": "ClientBodyBufferSize", "client_body_timeout": "ClientBodyTimeout",
        "client_header_buffer_size": "ClientHeaderBufferSize", "client_max_body_size": "ClientMaxBodySize",
        "http2": "HTTP2", "keepalive_timeout": "KeepaliveTimeout",
        "large_client_header_buffers": "LargeClientHeaderBuffers", "log_format main": "MainLogFormat",
        "log_format trace": "TraceLogFormat", "proxy_connect_timeout": "ConnectTimeout",
        "proxy_http_version": "HTTPVersion", "proxy_read_timeout": "ReadTimeout", "proxy_send_timeout": "SendTimeout",
        "real_ip_header": "TrustedProxies", "real_ip_recursive": "TrustedProxies", "resolver": "Resolver",
        "send_timeout": "SendTimeout", "server_names_hash_bucket_size": "ServerNamesHashBucketSize",
        "ssl_ciphers": "SSLCiphers", "ssl_dhparam": "SSLDefaultDHParamPath",
        "underscores_in_headers": "UnderscoresInHeaders",
    ]

    /// What a template's directives define under a name, so that an operator's must not: nginx stops at a second
    /// `log_format` of a name and where `set` meets a variable of a map, and takes a second map of a variable instead of
    /// the first.
    var definitions: [String: [String]] {
        switch self {
        case .main: [:]
        case .http:
            [
                "log_format": ["log_format main", "log_format trace"],
                "map": [
                    "$backend", "$connection_upgrade", "$forwarded_port", "$redirect", "$reqid", "$target",
                    "$tls_backend", "$upgradable", "$websocket",
                ],
            ]
        case .stream: ["log_format": ["log_format stream"], "map": ["$listener", "$passthrough"]]
        }
    }
}
