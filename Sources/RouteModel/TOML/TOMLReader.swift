/// Reads a document from front to end; the other files add one kind of thing to read each.
///
/// Only `takeNewline` goes past a line's end, so that it alone keeps the line count.
struct TOMLReader {
    private let bytes: [UInt8]
    private(set) var offset = 0
    private var line = 1
    private var lineStart = 0

    /// `bytes` are valid UTF-8.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var position: TextPosition { TextPosition(line: line, column: offset - lineStart + 1) }

    /// The byte to read next; `nil` at the end.
    var next: UInt8? { peek(0) }

    func peek(_ distance: Int) -> UInt8? {
        offset + distance < bytes.count ? bytes[offset + distance] : nil
    }

    /// What follows, up to `count` bytes of it.
    func upcoming(_ count: Int) -> ArraySlice<UInt8> { bytes[offset...].prefix(count) }

    /// What has been read from `start`, an earlier `offset`, up to here.
    func taken(since start: Int) -> ArraySlice<UInt8> { bytes[start..<offset] }
}

extension TOMLReader {
    /// Skips `count` bytes of this line that have been looked at.
    mutating func advance(_ count: Int = 1) { offset += count }

    /// Skips `text` if it comes next.
    mutating func take(_ text: StaticString) -> Bool {
        let isNext = text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
        if isNext { advance(text.utf8CodeUnitCount) }
        return isNext
    }

    /// Skips and returns the longest run of bytes that satisfy `belongs`, which no line feed may.
    mutating func take(while belongs: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let run = bytes[offset...].prefix(while: belongs)
        offset = run.endIndex
        return run
    }

    /// Skips one line ending, LF or CRLF, and returns it; empty when none comes next.
    mutating func takeNewline() throws(TOMLError) -> ArraySlice<UInt8> {
        guard next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") else { return [] }
        let ending = upcoming(next == UInt8(ascii: "\n") ? 1 : 2)
        guard ending.last == UInt8(ascii: "\n") else { throw .bareCarriageReturn(at: position) }
        offset = ending.endIndex
        line += 1
        lineStart = offset
        return ending
    }
}

extension TOMLReader {
    /// Skips blanks: TOML knows two, the space and the tab.
    mutating func skipBlanks() {
        _ = take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Skips blanks and a comment, up to the line's end or what else follows.
    mutating func skipBlanksAndComment() throws(TOMLError) {
        skipBlanks()
        guard next == UInt8(ascii: "#") else { return }
        _ = take { !isForbiddenControl($0) }
        guard let byte = next, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else { return }
        throw .controlCharacterInComment(byte, at: position)
    }

    /// Skips everything that may stand between the values of an array.
    mutating func skipBlanksCommentsAndNewlines() throws(TOMLError) {
        repeat { try skipBlanksAndComment() } while try !takeNewline().isEmpty
    }
}
