/// nginx's `server` block: a host that is more than a line of the table.
struct ServerBlock: TemplateBlock {
    let host: String
    let locations: [LocationBlock]
    /// Whether some path of the host is nobody's.
    let hasGap: Bool

    static let fields = Fields<Self>(
        "server", "a host that is more than a line of the table",
        [
            .word("host", .host, "its name") { .host($0.host) },
            .blocks("locations", LocationBlock.self, "its paths") { $0.locations },
            .flag("hasGap", "some path of the host is nobody's") { $0.hasGap },
        ])
}
