import NginxCompiler
import RouteModel

/// A service cluster whose file is kept up to date.
final class StreamedCluster {
    let name: String
    /// What was said of the settings.
    private let diagnostics: [Diagnostic]
    private let memory: FileMemory
    /// What the last good snapshot gave; `nil` before the first.
    private var last: (table: RoutingTable, bytes: [UInt8])?

    init(_ cluster: Extension, by template: ConfigTemplate) {
        name = cluster.name
        let options = ProxyOptions(cluster, for: template)
        diagnostics = options.diagnostics
        memory = FileMemory(options, by: template)
    }

    /// Compiles `table` if it is another one than the last, and remembers it.
    func update(to table: RoutingTable) throws(Failure) -> ClusterChange? {
        guard last?.table != table else { return nil }
        let bytes: [UInt8]
        do throws(CompilerFault) {
            bytes = try compile(table, remembering: memory)
        } catch {
            throw .software(error.message)
        }
        defer { last = (table, bytes) }
        let saysTheSame = last.map { $0.table.diagnostics == table.diagnostics } ?? false
        let change = ClusterChange(
            cluster: name, bytes: last?.bytes == bytes ? nil : bytes,
            diagnostics: saysTheSame ? nil : diagnostics + table.diagnostics)
        return change.bytes == nil && change.diagnostics == nil ? nil : change
    }
}

/// What a snapshot changed in one service cluster: one of both, or both.
struct ClusterChange {
    let cluster: String
    /// The new file; `nil` where it is the same.
    let bytes: [UInt8]?
    /// All that is to be said of the cluster now; `nil` where that is the same.
    let diagnostics: [Diagnostic]?
}
