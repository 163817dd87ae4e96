import RouteModel

/// Which directives an operator's statements must not repeat: nginx takes most directives once in a block, and a second
/// one stops the whole file (`"x" directive is duplicate`).
extension OptionCheck.Context {
    /// The blocks that the statements stand in, outermost first.
    var blocks: [String] { self == .main ? [] : [rawValue] }

    /// Directives that may stand several times in a block: nginx adds them up.
    static let repeatable: Set<ByteString> = Set(
        [
            "access_log", "add_header", "add_trailer", "allow", "deny", "env", "error_log", "error_page",
            "fastcgi_param", "geo", "geoip_proxy", "grpc_set_header", "gzip_types", "include", "limit_conn",
            "limit_conn_zone", "limit_req", "limit_req_zone", "load_module", "log_format", "map", "proxy_cache_path",
            "proxy_cache_valid", "proxy_cookie_domain", "proxy_cookie_flags", "proxy_cookie_path",
            "proxy_hide_header", "proxy_pass_header", "proxy_set_header", "proxy_ssl_conf_command", "server",
            "set_real_ip_from", "split_clients", "ssl_conf_command", "sub_filter", "types", "upstream",
        ].map { ByteString($0.utf8) })
}
