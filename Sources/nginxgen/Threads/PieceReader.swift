import RouteModel

/// A file in pieces. A thread of its own reads a little ahead of them, where there is a second processor.
///
/// So the system's copying and the work on what was copied go on at once.
final class PieceReader {
    private let ring: PieceRing
    private let isReadAhead: Bool
    /// What the other processor reads of the pieces that come later.
    private let runs: PieceRuns?
    /// How many pieces have been given out.
    private var count = 0
    private var isAtEnd = false
    /// For those who fill buffers: what is left of the last piece, and how many bytes came before.
    private var rest = Piece.empty
    private var given = 0

    init(_ file: FileReading, for use: PieceRing.Use = .lines) {
        let ring = PieceRing(file, for: use)
        let runs = use == .snapshot && hasSecondProcessor ? PieceRuns(of: ring) : nil
        self.ring = ring
        self.runs = runs
        file.widenPipe()
        isReadAhead = hasSecondProcessor && startThread { ring.fillAll { runs?.add(piece: $0) } }
    }

    /// Fills `buffer` with what comes next and returns how many bytes that were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        if rest.bytes.isEmpty {
            switch next() {
            case .success(let piece): rest = piece
            case .failure(let failure): return .failure(failure)
            }
        }
        let count = rest.move(to: buffer)
        given += count
        return .success(count)
    }

    /// The bytes that come next, as many as there are at once; none at the end. The piece before must not be looked at
    /// any more. After a failure it is not to be asked again.
    func next() -> Result<Piece, Failure> {
        guard !isAtEnd else { return .success(.empty) }
        if isReadAhead {
            if count > 0 { release(count - 1) }
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

    private func release(_ piece: Int) {
        runs?.pass(piece: piece)
        ring.release()
    }
}

// MARK: Snapshots

extension PieceReader {
    /// Tasks that the other processor reads meanwhile, if it does.
    var ahead: ReadAhead? {
        guard isReadAhead, let runs else { return nil }
        return ReadAhead(
            from: runs.starts, run: { runs.take($0) }, goOn: { [self] in goOn(at: $0) }, finish: { runs.finish() })
    }

    /// Goes on at `offset` of the file, up to which it has been read; `false` if more has been given out already.
    func goOn(at offset: Int) -> Bool {
        guard offset >= given else { return false }
        while offset - given > rest.bytes.count {
            given += rest.bytes.count
            guard case .success(let piece) = next(), !piece.bytes.isEmpty else {
                preconditionFailure("a run ends behind what has been read")
            }
            rest = piece
        }
        rest = rest.dropping(offset - given)
        given = offset
        return true
    }
}
