import Glibc
import NginxCompiler
import RouteModel

/// What is known of the Swarm from the snapshots so far: the next one costs little more than what it changes.
final class SnapshotStream {
    private let settings: Settings
    private let clusters: [StreamedCluster]
    /// Where files are written; `nil`: nowhere, their texts are in the records.
    private let outputFolder: OutputFolder?
    private let snapshotMemory = SnapshotMemory()
    private let routingMemory: RoutingMemory
    /// What services keep when their labels become invalid; `nil`: nothing.
    private var lastGood: LastGoodLabels?
    /// How many lines have been taken.
    private var count = 0
    /// What was said last of the settings, the snapshot and services of no cluster.
    private var diagnostics: [Diagnostic]?

    init(
        _ clusters: [StreamedCluster], under settings: Settings, carryingOver lastGood: LastGoodLabels?,
        to outputFolder: OutputFolder?
    ) {
        self.settings = settings
        self.lastGood = lastGood
        self.clusters = clusters
        self.outputFolder = outputFolder
        routingMemory = RoutingMemory(under: settings)
    }

    /// Takes the snapshot on the line of `input` that begins here, and returns its record. One that cannot be used leaves
    /// everything as it was.
    ///
    /// Its `microseconds` are those from now to the end of the record: they have all waiting for the line and all reading
    /// in them, but for the up to 512 KiB that a `PieceRing` may hold of the line already.
    func takeSnapshot(from input: LineInput) throws(Failure) -> StreamRecord {
        let start = microsecondsNow()
        count += 1
        var record = StreamRecord(ofSnapshot: count)
        switch try readSnapshot(from: input) {
        case .success(var snapshot):
            lastGood?.replaceInvalidLabels(in: &snapshot)
            try take(snapshot, into: &record)
        case .failure(let error): record.add(error)
        }
        record.add("microseconds", microsecondsNow() - start)
        record.end()
        return record
    }

    private func readSnapshot(from input: LineInput) throws(Failure) -> Result<Snapshot, SnapshotError> {
        var failure: Failure?
        do throws(SnapshotError) {
            return .success(
                try RouteModel.readSnapshot(
                    from: { buffer in
                        input.read(into: buffer).mapError {
                            failure = $0
                            return SnapshotError(at: nil, $0.message)
                        }
                    }, remembering: snapshotMemory))
        } catch {
            if let failure { throw failure }
            return .failure(error)
        }
    }

    private func take(_ snapshot: Snapshot, into record: inout StreamRecord) throws(Failure) {
        let routing = route(snapshot, remembering: routingMemory)
        var changes: [ClusterChange] = []
        for cluster in clusters {
            guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
            if let change = try cluster.update(to: table, of: snapshot) { changes.append(change) }
        }
        let diagnostics = settings.diagnostics + snapshot.diagnostics + routing.diagnostics
        if diagnostics != self.diagnostics { record.add(diagnostics) }
        self.diagnostics = diagnostics
        record.add(changes, writtenTo: try outputFolder.map { (folder) throws(Failure) in try folder.write(changes) })
    }
}

/// The microseconds since some moment before, which no change of the time of day moves.
private func microsecondsNow() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
}
