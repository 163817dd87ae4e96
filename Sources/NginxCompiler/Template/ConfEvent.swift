/// What nginx's reader meets in a file.
enum ConfEvent: Hashable, Sendable {
    case word(ConfWord)
    /// A `;`.
    case statementEnd
    /// A `{` after at least one word.
    case blockOpened
    /// A `}`.
    case blockClosed
    /// The end of the file, with nothing left open.
    case end
}

extension ConfEvent {
    /// The places that the event tells of, when the reader is at `offset` after it.
    func marks(endingAt offset: Int) -> [Mark] {
        if case .word(let word) = self { return [word.beginning, word.end] }
        return punctuation(endingAt: offset).map { [$0] } ?? []
    }

    /// The place of the byte before `offset`, if the event is that byte.
    func punctuation(endingAt offset: Int) -> Mark? {
        switch self {
        case .statementEnd: Mark(event: .statementEnds, offset: offset - 1)
        case .blockOpened: Mark(event: .blockOpens, offset: offset - 1)
        case .blockClosed: Mark(event: .blockCloses, offset: offset - 1)
        case .word, .end: nil
        }
    }
}

/// A word as it is written in a file.
struct ConfWord: Hashable, Sendable {
    /// The bytes of the word with its quotes.
    let range: Range<Int>

    /// Whether it stands in quotes.
    let isQuoted: Bool

    /// Whether a backslash is among its bytes.
    let hasEscape: Bool

    /// Where it begins.
    var beginning: Mark { Mark(event: .wordBegins, offset: range.lowerBound) }

    /// Where it ends.
    var end: Mark { Mark(event: .wordEnds, offset: range.upperBound) }

    /// The word as a directive gets it.
    func value(in text: [UInt8]) -> [UInt8] { hasEscape ? unescaped(text[bare]) : Array(text[bare]) }

    /// Where its bytes stand without the quotes.
    var bare: Range<Int> { isQuoted ? range.dropFirst().dropLast() : range }

    /// Whether a directive gets the word as `name`.
    func says(_ name: String, in text: Span<UInt8>) -> Bool {
        if hasEscape { return unescaped(bare.map { text[$0] }[...]).elementsEqual(name.utf8) }
        return bare.count == name.utf8.count && zip(bare, name.utf8).allSatisfy { text[$0] == $1 }
    }
}

/// `raw` as nginx copies it into a word: only `\"`, `\'`, `\\`, `\t`, `\r` and `\n` are replaced.
func unescaped(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = raw
    while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "\\"), let replacement = rest.first.flatMap(escapes) else {
            result.append(byte)
            continue
        }
        result.append(replacement)
        rest.removeFirst()
    }
    return result
}

/// Whether nginx copies what stands in `file` from `start` on into a word byte by byte, whatever follows it: no backslash
/// is one that it removes.
func staysAsWritten(_ file: Span<UInt8>, from start: Int) -> Bool {
    var offset = start
    while offset < file.count {
        if file[offset] == UInt8(ascii: "\\") {
            offset += 1
            guard offset < file.count, escapes(file[offset]) == nil else { return false }
        }
        offset += 1
    }
    return true
}

/// What a backslash and `byte` stand for; `nil` when both stay.
private func escapes(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): byte
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "n"): 0x0A
    default: nil
    }
}
