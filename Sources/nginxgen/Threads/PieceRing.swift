import Synchronization

/// A file in pieces, which one thread may read while another one works on those before.
final class PieceRing: Sendable {
    /// How many bytes a piece has at most. With smaller ones the threads wait for one another more often, which takes
    /// longer than to copy 100 KB.
    private static let pieceSize = 128 << 10
    /// How many there are: 512 KiB in all, which the processor that works on them finds in a cache.
    private static let count = 4

    private let file: FileReading
    /// A piece is written by whoever reads the file and looked at by the other thread, never both at once.
    nonisolated(unsafe) private let pieces = UnsafeMutableRawBufferPointer.allocate(
        byteCount: pieceSize * count, alignment: 64)
    /// What came of reading each piece.
    private let readings = Mutex([Result<Reading, Failure>](repeating: .success(Reading()), count: count))
    private let filled = Semaphore(0)
    private let free = Semaphore(count)

    private struct Reading {
        /// How many bytes the piece has; 0 at the end of the file.
        var size = 0
        /// Where its first line ends, if one does.
        var lineEnd: Int?
    }

    init(_ file: FileReading) { self.file = file }

    deinit { pieces.deallocate() }

    /// Reads the piece of this number, counted from 0; returns whether another one may follow.
    @discardableResult
    func fill(_ number: Int) -> Bool {
        let place = place(of: number)
        // Line ends are looked for here, where the bytes have just been written: elsewhere that takes twice as long.
        let reading = file.read(into: place).map { size in
            Reading(size: size, lineEnd: Piece.lineEnd(in: UnsafeRawBufferPointer(rebasing: place.prefix(size))))
        }
        readings.withLock { $0[number % Self.count] = reading }
        return switch reading {
        case .success(let reading): reading.size > 0
        case .failure: false
        }
    }

    /// The piece of this number, which has been read.
    func piece(_ number: Int) -> Result<Piece, Failure> {
        readings.withLock { $0[number % Self.count] }.map { reading in
            let bytes = UnsafeRawBufferPointer(rebasing: place(of: number).prefix(reading.size))
            return Piece(bytes: bytes, lineEnd: reading.lineEnd)
        }
    }

    private func place(of number: Int) -> UnsafeMutableRawBufferPointer {
        let start = number % Self.count * Self.pieceSize
        return UnsafeMutableRawBufferPointer(rebasing: pieces[start..<start + Self.pieceSize])
    }
}

// MARK: Two threads

extension PieceRing {
    /// Reads the whole file, as far ahead as there are free pieces; for a thread of its own.
    func fillAll() {
        var number = 0
        repeat {
            free.wait()
            defer {
                number += 1
                filled.signal()
            }
            guard fill(number) else { return }
        } while true
    }

    /// Waits for the next piece that `fillAll` reads.
    func waitForPiece() { filled.wait() }

    /// Says that the oldest piece is not looked at any more.
    func release() { free.signal() }
}
