/// Reads nginx configuration as nginx's own reader (`ngx_conf_read_token`) does, byte by byte and once.
///
/// It is the second opinion on every file we write, so it shares nothing with the reading of templates.
/// Bytes are never decoded. Blanks are space, TAB, CR and LF; only LF ends a line or a comment.
struct ConfReader {
    /// The next byte to read.
    private(set) var offset = 0

    /// The 1-based line of `offset`.
    private(set) var line = 1

    /// How many blocks are open.
    private(set) var depth = 0

    /// Whether the statement being read has a word.
    private(set) var hasWord = false

    /// Whether the byte before `offset` closed a quote, so that a separator must follow.
    private var afterQuote = false

    /// Reads a whole text.
    init() {}

    /// Reads a part of a text, from between two statements inside `depth` blocks.
    init(inside depth: Int) { self.depth = depth }

    /// The next thing in `text`, which must be the same text each time, or that text with more behind it.
    mutating func next(in text: Span<UInt8>) throws(ConfError) -> ConfEvent {
        if afterQuote { try checkSeparator(in: text) }
        try skipBlanks(in: text)
        guard offset < text.count else { return try end() }
        switch text[offset] {
        case UInt8(ascii: ";"), UInt8(ascii: "{"): return try endStatement(with: text[offset])
        case UInt8(ascii: "}"): return try closeBlock()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return try quotedWord(in: text)
        default: return try bareWord(in: text)
        }
    }

    /// An error at the next byte.
    private func failure(_ reason: ConfError.Reason) -> ConfError {
        ConfError(offset: offset, line: line, reason: reason)
    }
}

// MARK: Between words

extension ConfReader {
    /// After a closing quote nginx takes a blank, `;`, `{`, or a `)` that begins a word of its own.
    private mutating func checkSeparator(in text: Span<UInt8>) throws(ConfError) {
        afterQuote = false
        guard offset < text.count else { return }
        let byte = text[offset]
        guard endsWord(byte) || byte == UInt8(ascii: ")") else { throw failure(.unexpected(byte)) }
    }

    private mutating func skipBlanks(in text: Span<UInt8>) throws(ConfError) {
        while offset < text.count {
            let byte = text[offset]
            if byte == 0x20 {
                offset = text.end(from: offset) { $0 == 0x20 }
            } else if byte == UInt8(ascii: "#") {
                try skipComment(in: text)
            } else if isBlank(byte) {
                if byte == 0x0A { line += 1 }
                offset += 1
            } else {
                return
            }
        }
    }

    private mutating func skipComment(in text: Span<UInt8>) throws(ConfError) {
        let start = offset
        while offset < text.count, text[offset] != 0x0A { offset += 1 }
        guard offset - start <= ConfLimit.comment else { throw failure(.tooLong) }
    }

    private func end() throws(ConfError) -> ConfEvent {
        guard !hasWord else { throw failure(.unterminatedStatement) }
        guard depth == 0 else { throw failure(.unterminatedBlock) }
        return .end
    }

    private mutating func endStatement(with byte: UInt8) throws(ConfError) -> ConfEvent {
        guard hasWord else { throw failure(.unexpected(byte)) }
        offset += 1
        hasWord = false
        guard byte == UInt8(ascii: "{") else { return .statementEnd }
        depth += 1
        return .blockOpened
    }

    private mutating func closeBlock() throws(ConfError) -> ConfEvent {
        guard !hasWord, depth > 0 else { throw failure(.unexpected(UInt8(ascii: "}"))) }
        offset += 1
        depth -= 1
        return .blockClosed
    }
}

// MARK: What has been read before

extension ConfReader {
    /// Goes to the end of `text`, if nothing but blanks is left; whether that is between two statements.
    mutating func passBlanks(in text: Span<UInt8>) -> Bool {
        guard !hasWord else { return false }
        while offset < text.count, isBlank(text[offset]) {
            if text[offset] == 0x0A { line += 1 }
            offset += 1
        }
        return offset == text.count
    }

    /// Passes over `count` bytes that are whole statements and have been read before. Lines are not counted in them.
    mutating func pass(over count: Int) { offset += count }
}

// MARK: Words

extension ConfReader {
    private mutating func quotedWord(in text: Span<UInt8>) throws(ConfError) -> ConfEvent {
        let start = offset
        let unterminated = failure(.unterminatedWord)
        let quote = text[offset]
        var escaped = false
        offset += 1
        while offset < text.count, text[offset] != quote {
            if text[offset] == UInt8(ascii: "\\") {
                escaped = true
                offset += 1
            }
            if offset < text.count, text[offset] == 0x0A { line += 1 }
            offset += 1
        }
        guard offset < text.count else { throw unterminated }
        guard offset - start - 1 <= ConfLimit.quotedWord else { throw failure(.tooLong) }
        offset += 1
        hasWord = true
        afterQuote = true
        return .word(ConfWord(range: start..<offset, isQuoted: true, hasEscape: escaped))
    }

    private mutating func bareWord(in text: Span<UInt8>) throws(ConfError) -> ConfEvent {
        let start = offset
        let unterminated = failure(.unterminatedWord)
        var escaped = false
        while offset < text.count {
            let byte = text[offset]
            if isOrdinary(byte) {
                offset = text.end(from: offset, where: isOrdinary)
            } else if byte == UInt8(ascii: "\\") {
                escaped = true
                skipEscaped(in: text)
            } else if byte == UInt8(ascii: "$") {
                skipVariableBraces(in: text)
            } else if endsWord(byte) {
                break
            } else {
                offset += 1
            }
        }
        guard offset < text.count else { throw unterminated }
        guard offset - start <= ConfLimit.bareWord else { throw failure(.tooLong) }
        hasWord = true
        return .word(ConfWord(range: start..<offset, isQuoted: false, hasEscape: escaped))
    }

    /// A backslash takes the next byte, whatever it is, into the word.
    private mutating func skipEscaped(in text: Span<UInt8>) {
        if offset + 1 < text.count, text[offset + 1] == 0x0A { line += 1 }
        offset += 2
    }

    /// Every `{` directly after a `$` belongs to the word; the closing brace is not looked for.
    private mutating func skipVariableBraces(in text: Span<UInt8>) {
        offset += 1
        while offset < text.count, text[offset] == UInt8(ascii: "{") { offset += 1 }
    }
}

/// How long nginx lets things be: its buffer holds 4,096 bytes, one of them the byte after.
enum ConfLimit {
    /// Bytes of a bare word as written.
    static let bareWord = 4_095
    /// Bytes between quotes as written.
    static let quotedWord = 4_094
    /// Bytes of a comment with its `#`.
    static let comment = 4_095
}

extension Span<UInt8> {
    /// The first byte behind `start` that is none of those; in a loop of its own, whose place is not written back to memory
    /// at each byte: a sixth less for all the reading.
    @inline(__always)
    fileprivate func end(from start: Int, where isOne: (UInt8) -> Bool) -> Int {
        var end = start + 1
        while end < count, isOne(self[end]) { end += 1 }
        return end
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

private func endsWord(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{")
}

/// Whether `byte` is one of those that nearly all words are made of: digits, letters, `:`, `<`…`Z`, `_`.
private func isOrdinary(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: "$") && byte < UInt8(ascii: ";") || byte > UInt8(ascii: ";") && byte < UInt8(ascii: "\\")
        || byte > UInt8(ascii: "\\") && byte < UInt8(ascii: "{")
}
