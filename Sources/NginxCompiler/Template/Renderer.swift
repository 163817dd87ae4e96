import RouteModel

/// The file while it is written; nothing else appends to it.
struct Renderer: ~Copyable {
    /// The file so far.
    private var bytes: [UInt8] = []

    /// The second opinion on the file so far.
    private var readBack = ReadBack()

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// The whole file; throws when nginx would not read in it what was written.
    consuming func finish() throws(RenderError) -> [UInt8] {
        try readBack.finish(bytes)
        return bytes
    }

    /// Writes text of the template.
    mutating func write(_ literal: borrowing Literal) {
        let base = bytes.count
        // By pointer: to append an array counts a reference to it.
        literal.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        readBack.expect(literal, at: base, in: bytes)
    }

    /// Writes the operator's own statements.
    mutating func write(_ statement: RawStatement) { write(statement.literal) }

    /// Writes a word as its place demands.
    mutating func write(_ word: Word, at place: Place) {
        if place.surroundings == .word { readBack.expect(.wordBegins, at: bytes.count) }
        switch word {
        case .host(let text), .path(let text), .name(let text), .address(let text), .size(let text),
            .duration(let text), .url(let text), .variable(let text), .pattern(let text):
            if place.beginsMapKey, Quoting.isMapCommand(text.utf8) { bytes.append(UInt8(ascii: "\\")) }
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            if !staysAsWritten(bytes.span, from: start) { readBack.fail() }
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .peer(let address, let port): write(address, port)
        case .text(let text): write(text, at: place)
        }
    }

    private mutating func write(_ address: IPAddress, _ port: Port) {
        switch address {
        case .v4(let bits):
            for shift in [24, 16, 8] as [UInt32] {
                write(decimal: Int(bits >> shift & 255))
                bytes.append(UInt8(ascii: "."))
            }
            write(decimal: Int(bits & 255))
        case .v6: bytes.append(contentsOf: "[\(address)]".utf8)
        }
        bytes.append(UInt8(ascii: ":"))
        write(decimal: port.number)
    }

    /// Writes a small number that is not negative, without a text in between.
    private mutating func write(decimal number: Int) {
        if number >= 10 { write(decimal: number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    private mutating func write(_ text: CheckedText, at place: Place) {
        var meant = text.bytes
        if place.beginsMapKey, Quoting.isMapCommand(meant) { meant.insert(UInt8(ascii: "\\"), at: 0) }
        let written: Range<Int>
        switch place.surroundings {
        case .quotes(let quote): written = Quoting.appendQuoted(meant, between: quote, to: &bytes)
        case .word where text.needsQuotes || meant != text.bytes: written = Quoting.appendInQuotes(meant, to: &bytes)
        case .word, .bareWord: return bytes.append(contentsOf: meant)
        }
        if unescaped(bytes[written]) != meant { readBack.fail() }
    }
}
