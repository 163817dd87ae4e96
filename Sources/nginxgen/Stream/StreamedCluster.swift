import NginxCompiler
import RouteModel

/// A service cluster whose file is kept up to date.
final class StreamedCluster {
    private let settings: Extension
    /// What was said of the settings.
    private let diagnostics: [Diagnostic]
    private let memory: FileMemory
    /// Over how many bytes a file is split; `nil`: it never is.
    private let limit: ConfigLimit?
    private let splitMemory = SplitMemory()
    private var objects = KnownObjects()
    /// Whether a file's text is part of the record.
    private let isTextTold: Bool
    /// What the last good snapshot gave, with what was to be said of the file's size; `nil` before the first.
    private var last: (state: ClusterState, bytes: [UInt8], ofSize: [Diagnostic])?

    init(_ cluster: Extension, by template: ConfigTemplate, within limit: ConfigLimit?, tellingText isTextTold: Bool) {
        settings = cluster
        self.isTextTold = isTextTold
        self.limit = limit
        let options = ProxyOptions(cluster, for: template)
        diagnostics = options.diagnostics
        memory = FileMemory(options, by: template)
    }

    var name: String { settings.name }

    /// Compiles `table` if it is another one than the last, and remembers it. What that changes; `nil`: nothing.
    func update(to table: RoutingTable, of snapshot: Snapshot) throws(Failure) -> ClusterChange? {
        let bytes = try file(of: table)
        if let last, last.bytes == bytes {
            return keep(ClusterState(settings, table, last.state.file, of: snapshot), bytes, last.ofSize, nil)
        }
        let set = fileSet(of: bytes)
        // Of 1.6 MB the hash takes two milliseconds; the text and the state are made in the meantime.
        let summary = Aside { [objects] in
            var objects = objects
            return (objects.summary(of: set), objects)
        }
        let text = isTextTold ? ChangedFile.escaped(bytes) : nil
        let file: FileSummary
        (file, objects) = summary.take()
        let state = ClusterState(settings, table, file, of: snapshot)
        let ofSize =
            limit?.diagnostics(of: bytes, serving: table, as: set, splits: true, at: settings.position) ?? []
        return keep(state, bytes, ofSize, ChangedFile(set: set, hash: state.file.hash, escapedText: text))
    }

    /// Makes a state the last one; what has changed since that before. What is said of the size counts as the same while
    /// the same is wrong: its numbers change with every file.
    private func keep(
        _ state: ClusterState, _ bytes: [UInt8], _ ofSize: [Diagnostic], _ file: ChangedFile?
    ) -> ClusterChange? {
        let plan = last.flatMap { RouteModel.plan(from: [$0.state], to: [state]).clusters.first }
        let saysTheSame =
            last?.state.table.diagnostics == state.table.diagnostics && last?.ofSize.map(\.code) == ofSize.map(\.code)
        last = (state, bytes, ofSize)
        let change = ClusterChange(
            cluster: name, plan: plan?.verdict == .unchanged ? nil : plan, file: file,
            diagnostics: saysTheSame ? nil : diagnostics + state.table.diagnostics + ofSize)
        return change.isEmpty ? nil : change
    }

    private func file(of table: RoutingTable) throws(Failure) -> [UInt8] {
        if let last, last.state.table == table { return last.bytes }
        do throws(CompilerFault) {
            return try compile(table, remembering: memory)
        } catch {
            throw .software(error.message)
        }
    }

    private func fileSet(of bytes: [UInt8]) -> ConfigFileSet {
        limit.map { split(bytes, limit: $0.bytes, remembering: splitMemory) } ?? ConfigFileSet(whole: bytes)
    }
}

/// What a snapshot changed in one service cluster.
struct ClusterChange {
    let cluster: String
    /// What its proxies need; `nil`: nothing, or nobody knows what they had before.
    let plan: ClusterPlan?
    /// The new file; `nil` where it is the same.
    let file: ChangedFile?
    /// All that is to be said of the cluster now; `nil` where that is the same.
    let diagnostics: [Diagnostic]?

    var isEmpty: Bool { plan == nil && file == nil && diagnostics == nil }
}
