/// Why nginx would not read a text.
struct ConfError: Error, Hashable {
    /// What is wrong with it.
    enum Reason: Hashable, Sendable {
        /// This byte may not stand here.
        case unexpected(UInt8)
        /// A statement has no `;` and no block.
        case unterminatedStatement
        /// The text ends inside a word or a quote, which begins here.
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
        /// Too many blocks stand in each other.
        case tooDeep
        /// A word holds a carriage return, or is longer than we write.
        case unfitWord
    }

    /// Bytes from the beginning of the text.
    let offset: Int

    /// The 1-based line of `offset`.
    let line: Int

    let reason: Reason
}

extension ConfError {
    /// An error at a byte of `text`, or at its end when the byte lies behind it.
    init(_ reason: Reason, at offset: Int, in text: [UInt8]) {
        let before = text.prefix(offset)
        self.init(offset: before.count, line: 1 + before.count { $0 == 0x0A }, reason: reason)
    }
}

extension ConfError {
    /// The description, with the line in front where `text` has several.
    func located(in text: String) -> String {
        text.utf8.contains(0x0A) ? "line \(line): \(self)" : description
    }
}

extension ConfError: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    var description: String {
        switch reason {
        case .unexpected(let byte):
            "`\(Character(UnicodeScalar(byte)))` may not stand here; quote it, or balance the quotes and braces"
        case .unterminatedStatement: "the statement does not end; add `;`"
        case .unterminatedWord:
            "the word that begins here does not end; close its quote, or remove the backslash at its end"
        case .unterminatedBlock: "a block is not closed; add `}`"
        case .tooLong: "a word or a comment is longer than the 4,095 bytes that nginx reads; shorten it"
        case .controlByte(let byte): "the control byte \(byte) may not stand in a configuration; remove it"
        case .empty: "there is no statement; write one, or remove the option"
        case .unfitWord: "a word holds `\\r` or is longer than \(CheckedText.longest) bytes; change it"
        case .tooDeep: "too many blocks stand in each other; nginx has no use for so many"
        case .notAList: "only a list of words may stand here; remove the block or the second statement"
        }
    }
}
