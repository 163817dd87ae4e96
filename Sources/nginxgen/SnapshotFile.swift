import RouteModel

/// A file with a snapshot, of which two threads read what they can where that can be done.
///
/// At 300 networks, 42 MB, a run takes 27 ms so, and 37 to 45 where they come through a pipe and one thread reads them all.
struct SnapshotFile {
    private let file: InputFile

    /// Files of fewer bytes are read before a second thread has gained what it costs.
    private static let leastForTwo = 4 << 20

    init(_ file: InputFile) { self.file = file }

    /// Reads the whole snapshot.
    ///
    /// - Parameter meet: is shown the services as soon as all have been read.
    func read(services meet: (([Service]) -> Void)? = nil) throws(Failure) -> Snapshot {
        var failure: Failure?
        do throws(SnapshotError) {
            let read = reading()
            return try readSnapshot(
                from: { buffer in
                    read(buffer).mapError { error in
                        failure = error
                        return SnapshotError(at: nil, error.message)
                    }
                }, ahead: ahead(), services: meet)
        } catch {
            if let failure { throw failure }
            let place = error.position.map { ":\($0)" } ?? ""
            throw .data("\(file.name)\(place): \(error.message)")
        }
    }

    /// What fills buffers with the file, from its front: a pipe is read a little ahead by a thread of its own.
    private func reading() -> (UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        guard hasSecondProcessor, file.rest == nil else { return { [file] in file.read(into: $0) } }
        let pieces = PieceReader(file.reading)
        return { pieces.read(into: $0) }
    }

    /// Begins to read tasks from the file's end; `nil` if this is a pipe, or too small, or there is one processor.
    private func ahead() -> ReadAhead? {
        guard hasSecondProcessor, let whole = file.rest, whole.count >= Self.leastForTwo else { return nil }
        let runs = RunsAhead(of: whole)
        runs.begin()
        return ReadAhead(
            from: runs.starts, run: { runs.take($0) }, goOn: { [file] in file.goOn(behind: $0, of: whole) })
    }
}
