/// Which directives an operator's statements must not repeat: nginx takes most directives once in a block, and a second
/// one stops the whole file (`"x" directive is duplicate`).
extension OptionCheck.Context {
    /// The directives of ours in this context.
    var directivesOfOurs: Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }

    private var names: [String] {
        switch self {
        case .main:
            [
                "user", "worker_processes", "worker_rlimit_nofile", "worker_shutdown_timeout", "pid", "events", "http",
                "stream",
            ]
        case .http:
            [
                "default_type", "server_tokens", "sendfile", "absolute_redirect", "reset_timedout_connection",
                "keepalive_timeout", "client_header_timeout", "client_body_timeout", "client_max_body_size",
                "client_body_buffer_size", "client_header_buffer_size", "large_client_header_buffers",
                "underscores_in_headers", "server_names_hash_bucket_size", "server_names_hash_max_size",
                "map_hash_bucket_size", "map_hash_max_size", "proxy_http_version", "proxy_connect_timeout",
                "proxy_send_timeout", "proxy_read_timeout", "send_timeout", "proxy_next_upstream", "proxy_redirect",
                "proxy_ignore_headers", "ssl_protocols", "ssl_ciphers", "ssl_prefer_server_ciphers",
                "ssl_session_tickets", "ssl_dhparam", "http2", "keepalive_min_timeout", "resolver", "real_ip_header",
                "variables_hash_bucket_size",
            ]
        case .stream: []
        }
    }

    /// Directives that may stand several times in a block: nginx adds them up.
    static let repeatable: Set<[UInt8]> = Set(
        [
            "access_log", "add_header", "allow", "deny", "env", "error_log", "error_page", "geo", "gzip_types",
            "include",
            "limit_conn_zone", "limit_req_zone", "load_module", "log_format", "map", "proxy_cache_path",
            "proxy_hide_header", "proxy_pass_header", "proxy_set_header", "real_ip_from", "server", "set_real_ip_from",
            "split_clients", "upstream",
        ].map { Array($0.utf8) })
}
