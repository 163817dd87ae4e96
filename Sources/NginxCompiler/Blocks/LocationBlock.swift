/// nginx's `location` block: a path, and what happens to its requests.
struct LocationBlock: TemplateBlock {
    let path: String
    /// Whether just this path is meant, not those that begin with it.
    let isExact: Bool
    let content: Content

    /// What happens to the requests of a location.
    enum Content {
        case forward(upstream: String, strippingPath: Bool)
        /// The path lacks its last slash: the client is sent to the path with it.
        case slash
        case unavailable
    }

    static let fields = Fields<Self>(
        "location", "a path of a host",
        [
            .word("path", .path, "the path") { .path($0.path) },
            .flag("isExact", "just this path is meant, not those that begin with it") { $0.isExact },
            .block("forward", ForwardBlock.self, "requests go to an upstream") { ForwardBlock($0.content) },
            .flag("slash", "the client is sent to the same path with a slash behind it") {
                if case .slash = $0.content { true } else { false }
            },
            .flag("unavailable", "no task runs") { if case .unavailable = $0.content { true } else { false } },
        ])
}

/// Where the requests of a location go.
struct ForwardBlock: TemplateBlock {
    let upstream: String
    let isStrippingPath: Bool

    init?(_ content: LocationBlock.Content) {
        guard case .forward(let upstream, let strippingPath) = content else { return nil }
        self.upstream = upstream
        isStrippingPath = strippingPath
    }

    static let fields = Fields<Self>(
        "forward", "where requests go",
        [
            .word("upstream", .name, "the upstream") { .name($0.upstream) },
            .flag("strippingPath", "the location's path is taken off the request's") { $0.isStrippingPath },
        ])
}
