import Glibc

/// Bytes of a file, one behind the other.
struct Piece {
    let bytes: UnsafeRawBufferPointer
    /// Where the first line in them ends, if one does.
    let lineEnd: Int?

    /// No bytes.
    static var empty: Piece { Piece(bytes: UnsafeRawBufferPointer(start: nil, count: 0), lineEnd: nil) }

    /// Moves as many of the first bytes as there is room for to `buffer`; returns how many.
    mutating func move(to buffer: UnsafeMutableRawBufferPointer) -> Int {
        let moved = UnsafeRawBufferPointer(rebasing: bytes.prefix(buffer.count))
        buffer.copyMemory(from: moved)
        self = dropping(moved.count)
        return moved.count
    }

    /// What is left behind the first `count` bytes.
    func dropping(_ count: Int) -> Piece {
        let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(count))
        guard let end = lineEnd else { return Piece(bytes: rest, lineEnd: nil) }
        return Piece(bytes: rest, lineEnd: end < count ? Self.lineEnd(in: rest) : end - count)
    }

    /// Where the first line of `bytes` ends, if one does.
    static func lineEnd(in bytes: UnsafeRawBufferPointer) -> Int? {
        guard let start = bytes.baseAddress, let found = memchr(start, 0x0A, bytes.count) else { return nil }
        return UnsafeRawPointer(found) - start
    }
}
