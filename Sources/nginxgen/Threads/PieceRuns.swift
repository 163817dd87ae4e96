import RouteModel
import Synchronization

/// Runs of tasks in the pieces of a pipe that have been read and not been come to: the other processor reads the last part
/// of them, again and again, while the first one comes from the front.
///
/// So neither waits for long, whatever else either has to do, such as to run the pipe's writer.
final class PieceRuns: Sendable {
    private static let piecesOfPart = 2
    private static let partSize = piecesOfPart * PieceRing.pieceSize

    private let ring: PieceRing
    /// Is told of each part that is about to be read.
    private let tell: @Sendable (_ part: Int) -> Void
    private let state = Mutex(State())
    /// For the first thread while it waits for a part.
    private let isRead = Semaphore(0)

    private struct State {
        /// How many pieces have been read.
        var pieceCount = 0
        /// The first part that the first thread has not come to.
        var next = 0
        /// Whether it has come to tasks: before, there is nothing to be read ahead.
        var isAmongTasks = false
        /// Whether the other processor has been asked to work.
        var isAsked = false
        /// The part that is being read, and whether the first thread waits for it.
        var current: Int?
        var isAwaited = false
        /// What came of the parts that have been read, until they are come to.
        var runs: [Int: TaskRun?] = [:]

        /// The last part that is there, with a piece behind it for the rest of its last task, and that nobody has begun.
        var partToRead: Int? {
            let end = (pieceCount - 1) / piecesOfPart
            guard isAmongTasks, next < end else { return nil }
            return (next..<end).last { runs[$0] == nil }
        }
    }

    init(of ring: PieceRing, telling tell: @escaping @Sendable (_ part: Int) -> Void = { _ in }) {
        self.ring = ring
        self.tell = tell
    }

    /// Where the parts begin but the first, which nobody reads ahead.
    var starts: some Sequence<Int> { stride(from: Self.partSize, to: .max, by: Self.partSize) }
}

// MARK: The thread that reads the pipe

extension PieceRuns {
    /// Says that a piece has been read.
    func add(piece: Int) {
        state.withLock { $0.pieceCount = piece + 1 }
        askForWork()
    }

    private func askForWork() {
        let isNew = state.withLock { state in
            guard !state.isAsked, state.partToRead != nil else { return false }
            state.isAsked = true
            return true
        }
        if isNew { OtherProcessor.shared.add { [self] in work() } }
    }
}

// MARK: The first thread

extension PieceRuns {
    /// Hands over the run that begins at `starts[index]`, after waiting for it if it is being read; `nil` if there is none
    /// or nobody has begun it, which then nobody does.
    func take(_ index: Int) -> TaskRun? {
        pass(part: index + 1)
        let run = state.withLock { state in
            state.isAmongTasks = true
            return state.runs.removeValue(forKey: index + 1)
        }
        askForWork()
        return run ?? nil
    }

    /// Says that no more tasks come.
    func finish() { state.withLock { $0.isAmongTasks = false } }

    /// Sees to it that nobody looks at a piece any more.
    func pass(piece: Int) { pass(part: piece / Self.piecesOfPart) }

    private func pass(part: Int) {
        let isBeingRead = state.withLock { state in
            state.next = max(state.next, part + 1)
            state.runs[part - 1] = nil
            guard let current = state.current, current <= part else { return false }
            state.isAwaited = true
            return true
        }
        if isBeingRead { isRead.wait() }
    }
}

// MARK: The other processor

extension PieceRuns {
    /// Reads a part, and has itself asked again for the next one behind what else there is to do.
    private func work() {
        let part = state.withLock { state in
            state.current = state.partToRead
            state.isAsked = state.current != nil
            return state.current
        }
        guard let part else { return }
        tell(part)
        let run = readRun(part)
        let isAwaited = state.withLock { state in
            state.runs[part] = .some(run)
            state.current = nil
            defer { state.isAwaited = false }
            return state.isAwaited
        }
        if isAwaited { isRead.signal() }
        OtherProcessor.shared.add { [self] in work() }
    }

    private func readRun(_ part: Int) -> TaskRun? {
        let start = part * Self.partSize
        var pieces = (part * Self.piecesOfPart...(part + 1) * Self.piecesOfPart)[...]
        var rest = Piece.empty
        return readTasks(
            from: { [ring] buffer in
                if rest.bytes.isEmpty, let number = pieces.popFirst() {
                    guard case .success(let piece) = ring.piece(number) else {
                        return .failure(SnapshotError(at: nil, "cannot read"))
                    }
                    rest = piece
                }
                return .success(rest.move(to: buffer))
            }, at: start, before: start + Self.partSize)
    }
}
