import NginxCompiler
import RouteModel

/// Compiles one service cluster's nginx.conf, as the command does.
///
/// - Throws: `ClusterMissing`, and what the stages throw.
func nginxConf(of cluster: String, from snapshot: [UInt8], under config: [UInt8]) throws -> [UInt8] {
    let settings = try readSettings(config)
    let routing = route(try readSnapshot(snapshot), under: settings)
    for (settings, table) in zip(settings.extensions, routing.tables) where settings.name == cluster {
        return try compile(table, with: ProxyOptions(settings), by: .builtIn())
    }
    throw ClusterMissing(name: cluster)
}

/// The settings have no such service cluster.
struct ClusterMissing: Error {
    let name: String
}
