/// A file in pieces. A thread of its own reads a little ahead of them, where there is a second processor.
///
/// So the system's copying and the work on what was copied go on at once.
final class PieceReader {
    private let ring: PieceRing
    private let isReadAhead: Bool
    /// How many pieces have been given out.
    private var count = 0
    private var isAtEnd = false
    /// What is left of the last piece, for those who fill buffers.
    private var rest = Piece.empty

    init(_ file: FileReading) {
        let ring = PieceRing(file)
        self.ring = ring
        file.widenPipe()
        isReadAhead = hasSecondProcessor && startThread { ring.fillAll() }
    }

    /// Fills `buffer` with what comes next and returns how many bytes that were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        if rest.bytes.isEmpty {
            switch next() {
            case .success(let piece): rest = piece
            case .failure(let failure): return .failure(failure)
            }
        }
        let bytes = UnsafeRawBufferPointer(rebasing: rest.bytes.prefix(buffer.count))
        buffer.copyMemory(from: bytes)
        rest = rest.dropping(bytes.count)
        return .success(bytes.count)
    }

    /// The bytes that come next, as many as there are at once; none at the end. The piece before must not be looked at
    /// any more. After a failure it is not to be asked again.
    func next() -> Result<Piece, Failure> {
        guard !isAtEnd else { return .success(.empty) }
        if isReadAhead {
            if count > 0 { ring.release() }
            ring.waitForPiece()
        } else {
            ring.fill(count)
        }
        defer { count += 1 }
        return ring.piece(count).map { piece in
            isAtEnd = piece.bytes.isEmpty
            return piece
        }
    }
}
