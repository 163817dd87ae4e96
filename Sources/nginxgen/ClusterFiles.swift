import NginxCompiler
import RouteModel

/// The files of one service cluster, ready to be written.
struct ClusterFiles {
    /// The name of the cluster's extension.
    let cluster: String
    let set: ConfigFileSet
    /// Those of the compilation, then those of the size of its file.
    let diagnostics: [Diagnostic]

    /// - Parameter splits: whether a file over the limit is split; only a folder can take several.
    init(
        _ compiled: CompiledCluster, of cluster: Extension, serving table: RoutingTable, within limit: ConfigLimit,
        splits: Bool
    ) {
        self.cluster = compiled.cluster
        set = splits ? split(compiled.bytes, limit: limit.bytes) : ConfigFileSet(whole: compiled.bytes)
        let ofSize = limit.diagnostics(
            of: compiled.bytes, serving: table, as: set, splits: splits, at: cluster.position)
        diagnostics = compiled.diagnostics + ofSize
    }
}

extension ConfigLimit {
    /// What is to be said of the size of `file`, which is written as `set`: nothing below 80 % of the limit.
    func diagnostics(
        of file: [UInt8], serving table: RoutingTable, as set: ConfigFileSet, splits: Bool, at position: TextPosition
    ) -> [Diagnostic] {
        guard file.count >= bytes / 5 * 4 else { return [] }
        let largest = table.largestHosts(3)
        if file.count <= bytes { return [.configLarge(file.count, of: bytes, largest: largest, at: position)] }
        if !splits { return [.configNotSplit(file.count, over: bytes, largest: largest, at: position)] }
        let tooLarge = set.files.filter { $0.bytes.count > bytes }.map {
            Diagnostic.configTooLarge($0.name, $0.bytes.count, over: bytes, at: position)
        }
        guard !set.parts.isEmpty else { return tooLarge }
        let parts = set.parts.map(\.bytes.count)
        return [.configSplit(file.count, over: bytes, parts: parts, largest: largest, at: position)] + tooLarge
    }
}
