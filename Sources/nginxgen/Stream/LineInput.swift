import Glibc
import RouteModel

/// Standard input, line by line. A line is never held as a whole: snapshots have 141 MB at 1,000 networks.
final class LineInput {
    /// How many bytes are read at once.
    private static let pieceSize = 256 << 10

    private let file: InputFile
    /// What was read behind the end of a line.
    private let rest = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
    /// Where in `rest` what has not been given out is.
    private var unread = 0..<0
    private var isAtLineEnd = true

    init() throws(Failure) { file = try InputFile("-") }

    deinit { rest.deallocate() }

    /// Goes to the beginning of the next line, passing over what is left of this one; waits until it begins. `false` at
    /// the end of the input: an end of line there begins no other line.
    func advance() throws(Failure) -> Bool {
        while !isAtLineEnd { try passOver() }
        if unread.isEmpty { unread = 0..<(try file.read(into: rest).get()) }
        isAtLineEnd = unread.isEmpty
        return !isAtLineEnd
    }

    /// Fills `buffer` with what comes next of the line and returns how many bytes that were; 0 at its end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        guard !isAtLineEnd else { return .success(0) }
        let piece = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(Self.pieceSize))
        switch fill(piece) {
        case .success(let count):
            guard let end = lineEnd(in: UnsafeRawBufferPointer(rebasing: piece[..<count])) else {
                isAtLineEnd = count == 0
                return .success(count)
            }
            giveBack(piece[(end + 1)..<count])
            isAtLineEnd = true
            return .success(end)
        case .failure(let failure): return .failure(failure)
        }
    }

    private func passOver() throws(Failure) {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
        defer { piece.deallocate() }
        while try read(into: piece).get() > 0 {}
    }

    private func fill(_ piece: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        guard !unread.isEmpty else { return file.read(into: piece) }
        let count = min(unread.count, piece.count)
        piece.copyMemory(from: UnsafeRawBufferPointer(rebasing: rest[unread.prefix(count)]))
        unread = unread.dropFirst(count)
        return .success(count)
    }

    /// Keeps bytes for the next line: the last that were given out, and so no more than there is room for.
    private func giveBack(_ bytes: Slice<UnsafeMutableRawBufferPointer>) {
        guard unread.isEmpty else {
            // They came from `rest`, where they still stand.
            unread = (unread.lowerBound - bytes.count)..<unread.upperBound
            return
        }
        rest.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
        unread = 0..<bytes.count
    }

    private func lineEnd(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress, let found = memchr(start, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(found) - start
    }
}
