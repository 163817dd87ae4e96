import NginxCompiler
import RouteModel

/// Everything between a snapshot and the files of its clusters, in this process.
struct Compilation {
    let settings: Settings
    let snapshot: Snapshot
    let tables: [RoutingTable]
    private let template: ConfigTemplate

    init(of bytes: [UInt8], under settings: BenchmarkSettings) throws {
        self.settings = try readSettings(settings.bytes)
        snapshot = try readSnapshot(bytes)
        tables = RouteModel.route(snapshot, under: self.settings).tables
        template = try ConfigTemplate.builtIn()
    }

    /// How much comes of it: without that a time says nothing.
    struct Yield {
        /// Of all hosts; a redirect of a whole host counts as one.
        let routes: Int
        /// Of all files.
        let bytes: Int
    }

    var yield: Yield {
        get throws {
            let routes = tables.reduce(0) { count, table in
                count + table.passthrough.count + table.hosts.reduce(0) { $0 + max($1.routes.count, 1) }
            }
            return Yield(routes: routes, bytes: try render().reduce(0) { $0 + $1.count })
        }
    }

    /// The files, in the order of the clusters.
    func render() throws -> [[UInt8]] {
        try zip(settings.extensions, tables).map { cluster, table in
            try compile(table, with: ProxyOptions(cluster, for: template), by: template)
        }
    }
}
