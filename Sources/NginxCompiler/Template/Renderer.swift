/// The file while it is written; nothing else appends to it.
struct Renderer: ~Copyable {
    /// The file so far.
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Writes text of the template.
    mutating func write(_ literal: borrowing Literal) { bytes.append(contentsOf: literal.bytes) }

    /// Writes the operator's own statement.
    mutating func write(_ statement: RawStatement) { bytes.append(contentsOf: statement.literal.bytes) }

    /// Writes a word as its place demands.
    mutating func write(_ word: Word, at place: Place) {
        switch word {
        case .host(let text), .path(let text), .name(let text), .address(let text), .size(let text),
            .duration(let text), .url(let text), .variable(let text):
            if place.beginsMapKey, Quoting.isMapCommand(text.utf8) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(contentsOf: text.utf8)
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .text(let text): write(text, at: place)
        }
    }

    private mutating func write(_ text: CheckedText, at place: Place) {
        switch place.surroundings {
        case .word, .bareWord: Quoting.appendWord(text, to: &bytes)
        case .quotes(let quote): Quoting.appendQuoted(text, between: quote, to: &bytes)
        }
    }
}
