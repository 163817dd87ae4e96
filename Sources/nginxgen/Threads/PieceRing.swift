import Synchronization

/// A file in pieces, which one thread may read while another one works on those before.
final class PieceRing: Sendable {
    /// How many bytes a piece has at most. With smaller ones the threads wait for one another more often, which takes
    /// longer than to copy 100 KB.
    static let pieceSize = 128 << 10

    /// What the pieces are read for.
    enum Use {
        /// Lines that may come one by one: a piece is what there is at once, up to 512 KiB in all, which the processor
        /// that works on them finds in a cache.
        case lines
        /// One snapshot: all pieces but the last are whole, so that one is there only when all of it has been written, and
        /// enough of them are kept for two threads. Line ends are not looked for.
        case snapshot

        fileprivate var count: Int { self == .lines ? 4 : 12 }
    }

    private let file: FileReading
    private let use: Use
    /// A piece is written by whoever reads the file and looked at by other threads, never both at once.
    nonisolated(unsafe) private let pieces: UnsafeMutableRawBufferPointer
    private let state: Mutex<State>
    private let filled = Semaphore(0)
    private let free: Semaphore

    private struct State {
        /// What came of reading each piece.
        var readings: [Result<Reading, Failure>]
        /// What the next piece comes to, if the file ended or failed within the last one: it is not read again.
        var ending: Result<Reading, Failure>?
    }

    private struct Reading {
        /// How many bytes the piece has; 0 at the end of the file.
        var size = 0
        /// Where its first line ends, if one does and that was looked for.
        var lineEnd: Int?
    }

    init(_ file: FileReading, for use: Use) {
        self.file = file
        self.use = use
        pieces = .allocate(byteCount: Self.pieceSize * use.count, alignment: 64)
        state = Mutex(State(readings: Array(repeating: .success(Reading()), count: use.count)))
        free = Semaphore(use.count)
    }

    deinit { pieces.deallocate() }

    /// Reads the piece of this number, counted from 0; returns whether another one may follow.
    @discardableResult
    func fill(_ number: Int) -> Bool {
        let place = place(of: number)
        // Line ends are looked for here, where the bytes have just been written: elsewhere that takes twice as long.
        let reading = state.withLock { $0.ending } ?? read(into: place)
        state.withLock { $0.readings[number % use.count] = reading }
        return switch reading {
        case .success(let reading): reading.size > 0
        case .failure: false
        }
    }

    private func read(into place: UnsafeMutableRawBufferPointer) -> Result<Reading, Failure> {
        var size = 0
        while size == 0 || use == .snapshot && size < place.count {
            let reading = file.read(into: UnsafeMutableRawBufferPointer(rebasing: place[size...]))
            guard case .success(let count) = reading, count > 0 else {
                let ending = reading.map { _ in Reading() }
                guard size > 0 else { return ending }
                state.withLock { $0.ending = ending }
                break
            }
            size += count
        }
        let bytes = UnsafeRawBufferPointer(rebasing: place.prefix(size))
        return .success(Reading(size: size, lineEnd: use == .lines ? Piece.lineEnd(in: bytes) : nil))
    }

    /// The piece of this number, which has been read.
    func piece(_ number: Int) -> Result<Piece, Failure> {
        state.withLock { $0.readings[number % use.count] }.map { reading in
            let bytes = UnsafeRawBufferPointer(rebasing: place(of: number).prefix(reading.size))
            return Piece(bytes: bytes, lineEnd: reading.lineEnd)
        }
    }

    private func place(of number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % use.count * Self.pieceSize
        return UnsafeMutableRawBufferPointer(rebasing: pieces[start..<start + Self.pieceSize])
    }
}

// MARK: Two threads

extension PieceRing {
    /// Reads the whole file, as far ahead as there are free pieces; for a thread of its own.
    ///
    /// - Parameter tell: is told of each piece that was read, by its number.
    func fillAll(telling tell: (Int) -> Void = { _ in }) {
        var number = 0
        repeat {
            free.wait()
            let goesOn = fill(number)
            tell(number)
            filled.signal()
            number += 1
            guard goesOn else { return }
        } while true
    }

    /// Waits for the next piece that `fillAll` reads.
    func waitForPiece() { filled.wait() }

    /// Says that the oldest piece is not looked at any more.
    func release() { free.signal() }
}
