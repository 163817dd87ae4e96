/// Standard input, line by line. A line is never held as a whole: snapshots have 141 MB at 1,000 networks.
final class LineInput {
    private let file: PieceReader
    /// What was read and has not been given out.
    private var unread = Piece.empty
    private var isAtLineEnd = true

    init() throws(Failure) { file = PieceReader(try InputFile("-").reading) }

    /// Goes to the beginning of the next line, passing over what is left of this one; waits until it begins. `false` at
    /// the end of the input: an end of line there begins no other line.
    func advance() throws(Failure) -> Bool {
        while !isAtLineEnd { _ = try next(upTo: .max).get() }
        if unread.bytes.isEmpty { unread = try file.next().get() }
        isAtLineEnd = unread.bytes.isEmpty
        return !isAtLineEnd
    }

    /// Fills `buffer` with what comes next of the line and returns how many bytes that were; 0 at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        next(upTo: buffer.count).map { bytes in
            buffer.copyMemory(from: bytes)
            return bytes.count
        }
    }

    /// What comes next of the line; none at its end.
    private func next(upTo count: Int) -> Result<UnsafeRawBufferPointer, Failure> {
        guard !isAtLineEnd else { return .success(UnsafeRawBufferPointer(start: nil, count: 0)) }
        if unread.bytes.isEmpty {
            switch file.next() {
            case .success(let piece): unread = piece
            case .failure(let failure): return .failure(failure)
            }
        }
        let bytes = UnsafeRawBufferPointer(rebasing: unread.bytes.prefix(min(count, unread.lineEnd ?? .max)))
        isAtLineEnd = bytes.count == unread.lineEnd || bytes.isEmpty
        unread = unread.dropping(bytes.count == unread.lineEnd ? bytes.count + 1 : bytes.count)
        return .success(bytes)
    }
}
