import RouteModel

/// What stands once in each context: nginx takes most directives once in a block, and a second one stops the whole file
/// (`"x" directive is duplicate`).
struct OnceDirectives {
    private let template: ConfigTemplate
    /// What the template may write, for the contexts that were asked for: most operators have no statements.
    private var ofTemplate: [ConfigContext: Set<ByteString>] = [:]
    private var ofStatements: [ConfigContext: Set<ByteString>] = [:]

    init(of template: ConfigTemplate) { self.template = template }

    /// What the template may write in `context`. A section can leave it out of a file, but what an operator's statement
    /// means should not hang on that.
    private mutating func writtenByTemplate(in context: ConfigContext) -> Set<ByteString> {
        if let known = ofTemplate[context] { return known }
        let names = template.directives.names(in: context.blocks)
        let definitions = context.definitions.filter { names.contains(ByteString($0.key.utf8)) }.values.joined()
        let written = names.union(definitions.map { ByteString($0.utf8) })
        ofTemplate[context] = written
        return written
    }

    /// Adds what `statement` brings; nothing of it, if it repeats something: then returns that, and what to do.
    mutating func add(_ statement: RawStatement, to context: ConfigContext) -> String? {
        let ofTemplate = writtenByTemplate(in: context)
        var taken = ofStatements[context, default: []]
        for directive in statement.directives {
            guard let key = directive.onceKey else { continue }
            if ofTemplate.contains(key), !Self.givingWay.contains(key) {
                return Self.repetition(ofTemplate: key, context)
            }
            if !directive.definesVariable, !taken.insert(key).inserted {
                return "\(printable(key.bytes)), which stands in a statement already and may only once"
            }
        }
        ofStatements[context] = taken
        return nil
    }

    /// What a template writes only where the operator does not: by `cachesByHost`.
    private static let givingWay: Set<ByteString> = [ByteString("proxy_cache_key".utf8)]

    private static func repetition(ofTemplate key: ByteString, _ context: ConfigContext) -> String {
        let name = printable(key.bytes)
        let advice = context.options[name].map { "; set \($0) instead" } ?? ""
        return "\(name), which the template may write in \(context.rawValue) and which may stand there once\(advice)"
    }
}

extension Directive {
    /// Whether the last word before the block is a variable that the directive defines; of two, nginx takes the latter.
    fileprivate var definesVariable: Bool {
        ["map", "geo", "split_clients"].contains { name.elementsEqual($0.utf8) }
    }

    /// What may stand only once: the directive, or the name that it defines; `nil` if it may be repeated at will.
    fileprivate var onceKey: ByteString? {
        if definesVariable { return arguments.last.map { ByteString($0) } }
        if ["log_format", "upstream"].contains(where: { name.elementsEqual($0.utf8) }) {
            return ByteString(name + [UInt8(ascii: " ")] + (arguments.first ?? []))
        }
        let key = ByteString(name)
        return Self.repeatable.contains(key) ? nil : key
    }

    /// Directives that may stand several times in a block: nginx adds them up.
    private static let repeatable: Set<ByteString> = Set(
        [
            "access_log", "add_header", "add_trailer", "allow", "deny", "env", "error_log", "error_page",
            "fastcgi_param", "geoip_proxy", "grpc_ignore_headers", "grpc_next_upstream", "grpc_set_header",
            "gzip_proxied", "gzip_types", "include", "limit_conn", "limit_conn_zone", "limit_req", "limit_req_zone",
            "load_module", "proxy_cache_methods", "proxy_cache_path", "proxy_cache_use_stale", "proxy_cache_valid",
            "proxy_cookie_domain", "proxy_cookie_flags", "proxy_cookie_path", "proxy_hide_header",
            "proxy_ignore_headers", "proxy_next_upstream", "proxy_pass_header", "proxy_set_header",
            "proxy_ssl_conf_command", "server", "set_real_ip_from", "ssl_conf_command", "ssl_protocols", "sub_filter",
            "types",
        ].map { ByteString($0.utf8) })
}
