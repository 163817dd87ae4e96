import NginxCompiler
import RouteModel

/// Compiles one service cluster's nginx.conf, as the command does.
///
/// - Throws: `ClusterMissing`, and what the stages throw.
func nginxConf(of cluster: String, from snapshot: [UInt8], under config: [UInt8]) throws -> [UInt8] {
    let settings = try readSettings(config)
    let routing = route(try readSnapshot(snapshot), under: settings)
    let template = try builtInTemplate.get()
    for (settings, table) in zip(settings.extensions, routing.tables) where settings.name == cluster {
        return try compile(table, with: ProxyOptions(settings, for: template), by: template)
    }
    throw ClusterMissing(name: cluster)
}

/// Loaded once: that takes longer than most compilations.
private let builtInTemplate = Result { try ConfigTemplate.builtIn() }

/// The settings have no such service cluster.
struct ClusterMissing: Error {
    let name: String
}
