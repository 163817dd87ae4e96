import RouteModel

/// A file with a snapshot, of which two threads read what they can where that can be done.
///
/// At 300 networks, 42 MB, a run takes 28 ms so, and 44 where they come through a pipe; where one thread reads them all 37,
/// and 48 through a pipe.
final class SnapshotFile {
    private let file: InputFile
    private var reading = Reading.notBegun

    private enum Reading {
        case notBegun
        /// By the first thread alone.
        case alone
        /// A pipe, a little ahead by a thread of its own.
        case pieces(PieceReader)
        /// Tasks, from the file's end.
        case runs(RunsAhead, of: FilePart)
    }

    /// Files of fewer bytes are read before a second thread has gained what it costs.
    private static let leastForTwo = 512 << 10

    init(_ file: InputFile) { self.file = file }

    /// Has other threads begin to read, where there is a second processor.
    func begin() {
        guard case .notBegun = reading else { return }
        guard hasSecondProcessor else {
            reading = .alone
            return
        }
        guard let whole = file.rest else {
            reading = .pieces(PieceReader(file.reading, for: .snapshot))
            return
        }
        guard whole.count >= Self.leastForTwo else {
            reading = .alone
            return
        }
        let runs = RunsAhead(of: whole)
        runs.begin()
        reading = .runs(runs, of: whole)
    }

    /// Reads the whole snapshot.
    ///
    /// - Parameter meet: is shown the services as soon as all have been read.
    func read(services meet: (([Service]) -> Void)? = nil) throws(Failure) -> Snapshot {
        begin()
        let (read, ahead) = (source, ahead)
        // What was read ahead goes with the reading: the files need the memory.
        reading = .alone
        var failure: Failure?
        do throws(SnapshotError) {
            return try readSnapshot(
                from: { buffer in
                    read(buffer).mapError { error in
                        failure = error
                        return SnapshotError(at: nil, error.message)
                    }
                }, ahead: ahead, services: meet)
        } catch {
            if let failure { throw failure }
            let place = error.position.map { ":\($0)" } ?? ""
            throw .data("\(file.name)\(place): \(error.message)")
        }
    }

    /// What fills buffers with the file, from its front.
    private var source: (UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        guard case .pieces(let pieces) = reading else { return { [file] in file.read(into: $0) } }
        return { pieces.read(into: $0) }
    }

    private var ahead: ReadAhead? {
        switch reading {
        case .notBegun, .alone: nil
        case .pieces(let pieces): pieces.ahead
        case .runs(let runs, let whole):
            ReadAhead(from: runs.starts, run: { runs.take($0) }, goOn: { [file] in file.goOn(behind: $0, of: whole) })
        }
    }
}
