import RouteModel
import Synchronization

/// Runs of tasks in the parts of a file: the other processor reads the parts from the last on, until it meets the first one,
/// which comes from the front. So neither waits for long, whatever else either has to do.
final class RunsAhead: Sendable {
    /// Where the parts begin but the first, which nobody reads ahead.
    let starts: [Int]
    private let file: FilePart
    private let parts: [Part]
    private let partSize: Int

    /// Small enough that nobody waits for one for long, and large enough that to begin one costs nothing beside it.
    private static let (leastPart, largestPart) = (512 << 10, 2 << 20)
    /// How much is read at once behind the part's end: about what its last task goes on for.
    private static let pieceBehind = 16 << 10

    /// Who has come to a part first.
    private final class Part: Sendable {
        enum State {
            case untouched
            case read(TaskRun?)
            case passed
        }

        /// Locked while the part is read.
        let state = Mutex(State.untouched)
    }

    init(of file: FilePart) {
        self.file = file
        partSize = min(max(file.count / 8, Self.leastPart), Self.largestPart)
        starts = Array(stride(from: partSize, to: file.count, by: partSize))
        parts = starts.map { _ in Part() }
    }

    /// Has the other processor read the parts, the last first, until one has been passed; between some of them it does
    /// what else there is to do.
    func begin() { read(parts.indices) }

    /// Reads the last of `indices`, and then the others.
    private func read(_ indices: Range<Int>) {
        guard !indices.isEmpty else { return }
        OtherProcessor.shared.add { [self] in
            // Of small parts as many as a large one has bytes: else what is asked for meanwhile begins too early.
            var left = indices
            for _ in 0..<max(1, Self.largestPart / partSize) {
                guard let index = left.popLast(), readPart(index) else { return }
            }
            read(left)
        }
    }

    /// Reads a part; `false` if it has been passed.
    private func readPart(_ index: Int) -> Bool {
        parts[index].state.withLock { state in
            guard case .untouched = state else { return false }
            state = .read(readRun(from: starts[index]))
            return true
        }
    }

    /// Hands over the run of a part, and waits for it if it is being read; `nil` if there is none or nobody has begun it,
    /// which then nobody does.
    func take(_ index: Int) -> TaskRun? {
        parts[index].state.withLock { state in
            let before = state
            state = .passed
            if case .read(let run) = before { return run }
            return nil
        }
    }

    private func readRun(from start: Int) -> TaskRun? {
        let end = start + partSize
        var offset = start
        return readTasks(
            from: { [file] buffer in
                let count = offset < end ? end - offset + Self.pieceBehind : Self.pieceBehind
                let piece = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(count))
                guard let count = file.read(into: piece, at: offset) else {
                    return .failure(SnapshotError(at: nil, "cannot read"))
                }
                offset += count
                return .success(count)
            }, at: start, before: end)
    }
}
