import NginxCompiler
import RouteModel

/// The nginx.conf of one service cluster.
struct CompiledCluster {
    /// The name of the cluster's extension.
    let cluster: String
    let bytes: [UInt8]
    /// What was wrong with the settings of nginx and with services.
    let diagnostics: [Diagnostic]
    /// What the file was made of, for who does not want to wait until it is freed.
    let source: CompilationSource?

    init(_ cluster: Extension, _ table: RoutingTable, by template: ConfigTemplate) throws(Failure) {
        let options = ProxyOptions(cluster, for: template)
        var source: CompilationSource?
        let work = hasSecondProcessor ? SharedWork(with: OtherProcessor.shared) : nil
        do throws(CompilerFault) {
            bytes = try compile(table, with: options, by: template, keeping: &source, sharing: work)
        } catch {
            throw .software(error.message)
        }
        self.source = source
        self.cluster = cluster.name
        diagnostics = options.diagnostics + table.diagnostics
    }
}
