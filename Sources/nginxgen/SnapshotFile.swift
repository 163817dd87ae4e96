import RouteModel

/// A file with a snapshot, of which two threads read what they can where that can be done.
///
/// At 300 networks, 42 MB, that takes a fifth off the whole run: 59 ms instead of 74.
struct SnapshotFile {
    private let file: InputFile

    /// Files of fewer bytes are read before a second thread has gained what it costs.
    private static let leastForTwo = 4 << 20

    init(_ file: InputFile) { self.file = file }

    /// Reads the whole snapshot.
    ///
    /// - Parameter meet: is shown the services as soon as all have been read.
    func read(services meet: (([Service]) -> Void)? = nil) throws(Failure) -> Snapshot {
        do throws(SnapshotError) {
            let file = file
            return try readSnapshot(
                from: { buffer in file.read(into: buffer).mapError { SnapshotError(at: nil, $0.message) } },
                ahead: ahead(), services: meet)
        } catch {
            if let failure = file.failure { throw failure }
            let place = error.position.map { ":\($0)" } ?? ""
            throw .data("\(file.name)\(place): \(error.message)")
        }
    }

    /// Begins to read tasks from the file's end; `nil` if this is a pipe, or too small, or there is one processor.
    private func ahead() -> ReadAhead? {
        guard hasSecondProcessor, let whole = file.rest, whole.count >= Self.leastForTwo else { return nil }
        let runs = RunsAhead(of: whole)
        _ = Aside { runs.read() }
        return ReadAhead(
            from: runs.starts, run: { runs.take($0) }, goOn: { [file] in file.goOn(behind: $0, of: whole) })
    }
}
