/// The map from the name of a plain host to what answers it.
///
/// A line costs nginx nothing to load; a server block of its own costs about 20 KB and a linear search.
struct TableBlock: TemplateBlock {
    let lines: [TableLine]

    static let fields = Fields<Self>(
        "table", "the hosts that need no server of their own",
        [
            .flag("hasWildcards", "a host begins with \"*.\"") {
                $0.lines.contains { $0.host.utf8.first == UInt8(ascii: "*") }
            },
            .blocks("lines", TableLine.self, "one a host") { $0.lines },
        ])
}

/// One host of the table.
struct TableLine: TemplateBlock {
    let host: String
    let target: Target?

    /// What answers a host.
    enum Target {
        case peer(String)
        case upstream(String)
    }

    static let fields = Fields<Self>(
        "line", "one host of the table",
        [
            .word("host", .host, "its name") { .host($0.host) },
            .optional(
                "target", .address, "what answers it: an address, or the name of an upstream; absent: nothing does"
            ) {
                switch $0.target {
                case .peer(let address): .address(address)
                case .upstream(let name): .name(name)
                case nil: nil
                }
            },
        ])
}
