import NginxCompiler
import RouteModel

/// The nginx.conf of one service cluster.
struct CompiledCluster {
    /// The name of the cluster's extension.
    let cluster: String
    let bytes: [UInt8]
    /// What was wrong with the settings of nginx and with services.
    let diagnostics: [Diagnostic]

    init(_ cluster: Extension, _ table: RoutingTable, by template: ConfigTemplate) throws(Failure) {
        let options = ProxyOptions(cluster, for: template)
        do throws(CompilerFault) { bytes = try compile(table, with: options, by: template) } catch {
            throw .software(error.message)
        }
        self.cluster = cluster.name
        diagnostics = options.diagnostics + table.diagnostics
    }
}
