/// The operator's own text for a place where statements stand: one or more whole statements, balanced.
///
/// It cannot end a block that it has not opened, leave one open, or swallow what is written after it.
struct RawStatement: Hashable, Sendable {
    /// The text from the first statement to the last, and what nginx reads in it.
    let literal: Literal

    /// The statements, for those who need to know which directives are set.
    let directives: [Directive]

    /// Reads `text` with nginx's rules; adds the final `;` where it is missing, and drops a comment after it.
    ///
    /// Throws what is wrong, with the byte of `text` where it shows.
    init(_ text: some Sequence<UInt8>) throws(ConfError) {
        let statement = try CompletedStatement(Array(text))
        let end = statement.marks.last?.offset ?? -1
        literal = Literal(bytes: Array(statement.bytes[...end]), marks: statement.marks)
        directives = try NginxCompiler.directives(of: literal.bytes)
    }
}

/// The operator's own list of words, such as a log format.
struct RawWords: Hashable, Sendable {
    /// The words as nginx reads them; at least one.
    let words: [CheckedText]

    /// Reads `text`, which may end in a `;`, with nginx's rules; throws what is wrong, and where.
    init(_ text: some Sequence<UInt8>) throws(ConfError) {
        let statement = try CompletedStatement(Array(text))
        let directives = try directives(of: statement.bytes)
        guard let only = directives.first, directives.count == 1, only.block == nil else {
            throw ConfError(offset: statement.bytes.count, line: 1, reason: .notAList)
        }
        var words: [CheckedText] = []
        for word in [only.name] + only.arguments {
            guard let word = CheckedText(word) else { throw ConfError(offset: 0, line: 1, reason: .tooLong) }
            words.append(word)
        }
        self.words = words
    }
}

/// A text of statements with its last `;` in place, and what nginx reads in it.
private struct CompletedStatement {
    var bytes: [UInt8]
    var marks: [Mark] = []

    init(_ text: [UInt8]) throws(ConfError) {
        bytes = text
        try refuseControlBytes()
        bytes.append(0x0A)
        do throws(ConfError) {
            try read()
        } catch  where error.reason == .unterminatedStatement {
            bytes.insert(UInt8(ascii: ";"), at: marks.last?.offset ?? 0)
            try read()
        }
        guard !marks.isEmpty else { throw ConfError(offset: 0, line: 1, reason: .empty) }
    }

    private func refuseControlBytes() throws(ConfError) {
        for (offset, byte) in bytes.enumerated() where (byte < 0x20 || byte == 0x7F) && byte != 0x0A && byte != 0x09 {
            let line = 1 + bytes[..<offset].count { $0 == 0x0A }
            throw ConfError(offset: offset, line: line, reason: .controlByte(byte))
        }
    }

    private mutating func read() throws(ConfError) {
        marks = []
        var reader = ConfReader()
        while true {
            switch try reader.next(in: bytes.span) {
            case .word(let word):
                marks.append(Mark(event: .wordBegins, offset: word.range.lowerBound))
                marks.append(Mark(event: .wordEnds, offset: word.range.upperBound))
            case .statementEnd: marks.append(Mark(event: .statementEnds, offset: reader.offset - 1))
            case .blockOpened: marks.append(Mark(event: .blockOpens, offset: reader.offset - 1))
            case .blockClosed: marks.append(Mark(event: .blockCloses, offset: reader.offset - 1))
            case .end: return
            }
        }
    }
}
