/// A file in pieces. A thread of its own reads a little ahead of them, where there is a second processor.
///
/// So the system's copying and the work on what was copied go on at once.
final class PieceReader {
    private let ring: PieceRing
    private let isReadAhead: Bool
    /// How many pieces have been given out.
    private var count = 0
    private var isAtEnd = false

    init(_ file: FileReading) {
        let ring = PieceRing(file)
        self.ring = ring
        isReadAhead = hasSecondProcessor && startThread { ring.fillAll() }
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
