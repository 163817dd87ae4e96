import NginxCompiler
import RouteModel

/// A service cluster's nginx.conf, and what it was made of.
struct CompiledCluster {
    let table: RoutingTable
    let bytes: [UInt8]
    /// About the cluster's options and services.
    let diagnostics: [Diagnostic]

    /// The name of the cluster's table in the settings.
    var name: String { table.cluster }

    /// The files that hold `bytes`, each small enough for a config object.
    var files: ConfigFileSet { split(bytes, limit: 1_000_000) }
}

/// Compiles what `routing` has for these clusters.
func compile(
    _ clusters: [Extension], _ routing: Routing, by templates: Templates
) throws(Failure) -> [CompiledCluster] {
    do throws(CompilerFault) {
        var compiled: [CompiledCluster] = []
        for cluster in clusters {
            guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
            let template = templates.template(of: cluster)
            let options = ProxyOptions(cluster, for: template)
            let bytes = try NginxCompiler.compile(table, with: options, by: template)
            compiled.append(
                CompiledCluster(table: table, bytes: bytes, diagnostics: options.diagnostics + table.diagnostics))
        }
        return compiled
    } catch {
        throw .software(error.message)
    }
}
