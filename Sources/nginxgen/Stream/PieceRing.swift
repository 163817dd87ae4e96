import Synchronization

/// A file in pieces, which one thread may read while another one works on those before.
final class PieceRing: Sendable {
    /// How many bytes a piece has at most.
    private static let pieceSize = 128 << 10
    /// How many there are: 1 MiB in all, which the processor that works on them finds in a cache.
    private static let count = 8

    private let file: FileReading
    /// A piece is written by whoever reads the file and looked at by the other thread, never both at once.
    nonisolated(unsafe) private let pieces = UnsafeMutableRawBufferPointer.allocate(
        byteCount: pieceSize * count, alignment: 64)
    /// How many bytes each piece has; 0 at the end of the file.
    private let sizes = Mutex([Result<Int, Failure>](repeating: .success(0), count: count))
    private let filled = Semaphore(0)
    private let free = Semaphore(count)

    init(_ file: FileReading) { self.file = file }

    deinit { pieces.deallocate() }

    /// Reads the piece of this number, counted from 0; returns whether another one may follow.
    @discardableResult
    func fill(_ number: Int) -> Bool {
        let size = file.read(into: place(of: number))
        sizes.withLock { $0[number % Self.count] = size }
        return switch size {
        case .success(let count): count > 0
        case .failure: false
        }
    }

    /// The piece of this number, which has been read.
    func piece(_ number: Int) -> Result<UnsafeRawBufferPointer, Failure> {
        sizes.withLock { $0[number % Self.count] }.map { size in
            UnsafeRawBufferPointer(rebasing: place(of: number).prefix(size))
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
