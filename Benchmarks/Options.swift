/// What the command line asks for.
struct Options {
    private(set) var filter = ""
    private(set) var isQuick = false
    private(set) var asJSON = false
    private(set) var wantsHelp = false
    /// The file for the chart, if one is wanted.
    private(set) var chart: String?
    /// The nginxgen to run; unless given the one beside this program.
    private(set) var nginxgen: String?

    init(_ words: [String]) throws(UsageError) {
        var words = words[...]
        while let word = words.popFirst() {
            switch word {
            case "--quick": isQuick = true
            case "--json": asJSON = true
            case "-h", "--help": wantsHelp = true
            case "--filter": filter = try Self.value(of: word, from: &words)
            case "--chart": chart = try Self.value(of: word, from: &words)
            case "--nginxgen": nginxgen = try Self.value(of: word, from: &words)
            default: throw UsageError(description: "there is no option \(word); see benchmarks --help")
            }
        }
    }

    private static func value(of option: String, from words: inout ArraySlice<String>) throws(UsageError) -> String {
        guard let value = words.popFirst() else { throw UsageError(description: "\(option) needs a value") }
        return value
    }

    /// Whether the filter's text stands in `suite` and the shape as `--filter` writes them.
    func wants(_ suite: String, _ shape: Shape) -> Bool {
        guard !filter.utf8.isEmpty else { return true }
        let name = Array("\(suite): \(shape.title), \(shape.networks) networks".utf8)
        return name.firstRange(of: Array(filter.utf8)) != nil
    }

    static let help = """
        benchmarks measures how fast nginxgen answers a change of a Swarm.

        USAGE
          swift build -c release
          .build/release/benchmarks [--quick] [--filter TEXT] [--json] [--chart FILE]

        OPTIONS
          --quick          only 10 and 300 networks, and fewer times: under a minute
          --filter TEXT    only what has TEXT in its name, such as "reconfigure",
                           "end to end: vip" or ", 300 networks"
          --json           print JSON, times in seconds, instead of tables
          --chart FILE     write an SVG of reconfiguration time against networks
          --nginxgen FILE  the nginxgen to run as a process, unless the one that was
                           built beside this program
          -h, --help       print this

        SUITES
        \(Suite.all.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n"))

        """
}

/// Options that cannot be used.
struct UsageError: Error, CustomStringConvertible {
    let description: String
}
