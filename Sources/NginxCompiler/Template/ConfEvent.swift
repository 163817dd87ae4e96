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

/// Why nginx would not read a text.
struct ConfError: Error, Hashable {
    /// What is wrong with it.
    enum Reason: Hashable, Sendable {
        /// This byte may not stand here.
        case unexpected(UInt8)
        /// A statement has no `;` and no block.
        case unterminatedStatement
        /// The text ends inside a word or a quote.
        case unterminatedWord
        /// A block has no `}`.
        case unterminatedBlock
        /// A word or a comment is longer than nginx's buffer.
        case tooLong
        /// A control byte that we keep out of files, although nginx would read it.
        case controlByte(UInt8)
        /// There is no word at all.
        case empty
        /// There is more than the one list of words that is wanted.
        case notAList
    }

    /// Bytes from the beginning of the text.
    let offset: Int

    /// The 1-based line of `offset`.
    let line: Int

    let reason: Reason
}

extension ConfError: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    var description: String {
        switch reason {
        case .unexpected(let byte):
            "`\(Character(UnicodeScalar(byte)))` may not stand here; quote it, or balance the quotes and braces"
        case .unterminatedStatement: "the statement does not end; add `;`"
        case .unterminatedWord: "the text ends inside a word; close its quote, or remove the backslash at its end"
        case .unterminatedBlock: "a block is not closed; add `}`"
        case .tooLong: "a word or a comment is longer than the 4,095 bytes that nginx reads; shorten it"
        case .controlByte(let byte): "the control byte \(byte) may not stand in a configuration; remove it"
        case .empty: "there is no statement; write one, or remove the option"
        case .notAList: "only a list of words may stand here; remove the block or the second statement"
        }
    }
}
