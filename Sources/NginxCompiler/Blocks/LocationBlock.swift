/// nginx's `location` block: a path, and what happens to its requests.
final class LocationBlock: TemplateBlock {
    let path: String
    /// Whether just this path is meant, not those that begin with it.
    let isExact: Bool
    let content: Content

    /// What happens to the requests of a location.
    enum Content {
        case forward(ForwardBlock)
        case unavailable
    }

    init(path: String, isExact: Bool, content: Content) {
        self.path = path
        self.isExact = isExact
        self.content = content
    }

    static let fields = Fields<LocationBlock>(
        "location", "a path of a host",
        [
            .word("path", .path, "the path") { .path($0.path) },
            .flag("isExact", "just this path is meant, not those that begin with it") { $0.isExact },
            .block("forward", ForwardBlock.self, "requests go on to a service") {
                if case .forward(let forward) = $0.content { forward } else { nil }
            },
            .flag("unavailable", "no task runs") { if case .unavailable = $0.content { true } else { false } },
        ])
}
