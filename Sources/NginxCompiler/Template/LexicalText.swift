/// What begins or ends at one byte for nginx.
struct LexicalEvents {
    /// Whether the word before the byte ends.
    var endsWord = false
    /// What the byte itself begins or ends.
    var event: Mark.Event?
}

extension LexicalState {
    /// Reads one byte of text, the template's byte at `offset`; returns what begins or ends there for nginx.
    mutating func read(_ byte: UInt8, at offset: Int) throws(Complaint) -> LexicalEvents {
        defer { isAfterValue = false }
        switch mode {
        case .gap: return try readInGap(byte, at: offset)
        case .comment: try readInComment(byte)
        case .quoted(let quote): try readInQuotes(byte, quote)
        case .bare where !isSeparator(byte): try readInBareWord(byte)
        case .bare: return try endWord(before: byte, at: offset)
        case .closed where byte == UInt8(ascii: ")"), .closed where isSeparator(byte), .sealed where isSeparator(byte):
            return try endWord(before: byte, at: offset)
        case .closed:
            throw Complaint("a closing quote must be followed by a blank, `;` or `{`")
        case .sealed:
            throw Complaint(
                "the value before is written in quotes where it needs them; put a blank, `;` or `{` after it")
        }
        return LexicalEvents()
    }

    /// Whether `byte` ends a word that is not in quotes; a `{` after a `$` does not.
    private func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"): !isEscaping
        case UInt8(ascii: "{"): !isEscaping && !isDollar
        default: false
        }
    }

    private mutating func endWord(before byte: UInt8, at offset: Int) throws(Complaint) -> LexicalEvents {
        LexicalEvents(endsWord: true, event: try readInGap(byte, at: offset).event)
    }

    private mutating func readInGap(_ byte: UInt8, at offset: Int) throws(Complaint) -> LexicalEvents {
        mode = .gap
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: return LexicalEvents()
        case UInt8(ascii: "#"):
            begin(.comment, at: offset)
            length = 1
            return LexicalEvents()
        case UInt8(ascii: ";"): return try endStatement()
        case UInt8(ascii: "{"): return try openBlock(at: offset)
        case UInt8(ascii: "}"): return try closeBlock()
        default: return try beginWord(byte, at: offset)
        }
    }

    private mutating func begin(_ mode: Mode, at offset: Int) {
        self.mode = mode
        start = offset
        length = 0
        mayBeEmpty = true
        isEscaping = false
        isDollar = false
        isVariable = false
    }

    private mutating func endStatement() throws(Complaint) -> LexicalEvents {
        guard isInStatement else { throw Complaint("`;` ends nothing here; remove it") }
        words = 0
        name = []
        return LexicalEvents(event: .statementEnds)
    }

    private mutating func openBlock(at offset: Int) throws(Complaint) -> LexicalEvents {
        guard isInStatement else { throw Complaint("`{` needs a directive before it") }
        blocks.append(OpenBlock(name: name, offset: offset))
        words = 0
        name = []
        return LexicalEvents(event: .blockOpens)
    }

    private mutating func closeBlock() throws(Complaint) -> LexicalEvents {
        guard !isInStatement else { throw Complaint("`}` stands inside a statement; end the statement with `;` first") }
        guard blocks.popLast() != nil else { throw Complaint("`}` closes nothing here; remove it") }
        return LexicalEvents(event: .blockCloses)
    }
}

// MARK: Inside words and comments

extension LexicalState {
    /// Begins a word, of the template or of a value.
    mutating func beginWord(_ mode: Mode, at offset: Int) {
        beginOpening()
        begin(mode, at: offset)
        words = min(words + 1, 3)
        // At once: growing with the name takes two blocks of memory for most of them.
        if words == 1, !isInMap { name.reserveCapacity(24) }
    }

    private mutating func beginWord(_ byte: UInt8, at offset: Int) throws(Complaint) -> LexicalEvents {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            beginWord(.quoted(byte), at: offset)
        } else {
            beginWord(.bare, at: offset)
            try readInBareWord(byte)
        }
        return LexicalEvents(event: .wordBegins)
    }

    private mutating func readInBareWord(_ byte: UInt8) throws(Complaint) {
        if isAfterValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            throw Complaint(
                "a quote stands directly against a value; put a blank between them, or the value in the quotes")
        }
        try readInWord(byte)
    }

    private mutating func readInQuotes(_ byte: UInt8, _ quote: UInt8) throws(Complaint) {
        if byte == quote, !isEscaping {
            mode = .closed
            isDollar = false
        } else {
            try readInWord(byte)
        }
    }

    private mutating func readInWord(_ byte: UInt8) throws(Complaint) {
        if isVariable, isAfterValue, isNameByte(byte) {
            throw Complaint("the variable before would swallow what follows; put another byte between them")
        }
        if words == 1, !isInMap { name.append(byte) }
        opening.append(byte)
        let isDollarBrace = isDollar && byte == UInt8(ascii: "{")
        isDollar = !isEscaping && byte == UInt8(ascii: "$") || isDollarBrace
        isVariable = isDollar || isVariable && isNameByte(byte)
        isEscaping = !isEscaping && byte == UInt8(ascii: "\\")
        mayBeEmpty = false
        try grow(by: 1)
    }

    private mutating func readInComment(_ byte: UInt8) throws(Complaint) {
        if byte == 0x0A {
            mode = .gap
        } else {
            try grow(by: 1)
        }
    }

    /// Counts bytes of the word or comment being read.
    mutating func grow(by bytes: Int) throws(Complaint) {
        length += bytes
        guard length <= Self.longest else {
            let what = mode == .comment ? "comment" : "word"
            throw Complaint(
                "the \(what) may be longer than the \(Self.longest) bytes that nginx reads; make it shorter")
        }
    }
}
