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
        let beginnings = statement.marks.filter { $0.event == .wordBegins }.map(\.offset)
        let all = try directives(of: statement.text).flatMap { [$0.name] + $0.arguments }
        var words: [CheckedText] = []
        for (word, offset) in zip(all, beginnings) {
            guard let word = CheckedText(word) else { throw ConfError(.unfitWord, at: offset, in: statement.text) }
            words.append(word)
        }
        self.words = words
    }
}
