/// A place in a file where something begins or ends for nginx.
struct Mark: Hashable, Sendable {
    /// What begins or ends.
    enum Event: UInt8, Sendable {
        /// The first byte of a word, or the quote before it.
        case wordBegins
        /// The byte after a word, or after its closing quote.
        case wordEnds
        /// The `;` of a statement.
        case statementEnds
        /// The `{` of a block.
        case blockOpens
        /// The `}` of a block.
        case blockCloses

        /// Whether it is one byte of its own, and not the edge of a word.
        var isPunctuation: Bool { self != .wordBegins && self != .wordEnds }
    }

    let event: Event

    /// Bytes from the beginning of the text.
    let offset: Int

    /// The same mark in a text that begins `distance` bytes earlier.
    func moved(by distance: Int) -> Self { Self(event: event, offset: offset + distance) }
}
