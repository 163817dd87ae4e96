/// The operator's own list of words, such as a log format.
struct RawWords: Hashable, Sendable {
    /// The words as nginx reads them; at least one.
    let words: [CheckedText]

    /// Reads `text`, which may end in a `;`, with nginx's rules; throws what is wrong, and where.
    init(_ text: some Sequence<UInt8>) throws(ConfError) {
        let statement = try CompletedStatement(Array(text))
        if let end = statement.marks.first(where: { $0.event.isPunctuation }), end != statement.marks.last {
            throw ConfError(.notAList, at: end.offset, in: statement.text)
        }
        var words: [CheckedText] = []
        for directive in try directives(of: statement.text) {
            for word in [directive.name] + directive.arguments {
                guard let word = CheckedText(word) else { throw ConfError(.unfitWord, at: 0, in: statement.text) }
                words.append(word)
            }
        }
        self.words = words
    }
}
