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

/// A word as it is written in a file.
struct ConfWord: Hashable, Sendable {
    /// The bytes of the word with its quotes.
    let range: Range<Int>

    /// Whether it stands in quotes.
    let isQuoted: Bool

    /// Whether a backslash is among its bytes.
    let hasEscape: Bool

    /// The word as a directive gets it.
    func value(in text: [UInt8]) -> [UInt8] {
        let raw = isQuoted ? range.dropFirst().dropLast() : range
        return hasEscape ? unescaped(text[raw]) : Array(text[raw])
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
