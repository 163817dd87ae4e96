import RouteModel

/// The words of a command line, with `--option=value` taken apart.
struct OptionWords {
    /// What the user types for help about the options, such as `nginxgen --help`.
    let help: String
    private var words: ArraySlice<String>
    private var attached: String?

    init(_ words: ArraySlice<String>, help: String) {
        self.words = words
        self.help = help
    }

    /// The next option, or a word that is none; `nil` behind the last.
    mutating func next() -> String? {
        guard let word = words.popFirst() else { return nil }
        guard word.utf8.starts(with: "--".utf8), let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            return word
        }
        attached = String(word[word.utf8.index(after: equals)...])
        return String(word[..<equals])
    }

    /// The option's value: what stands behind its `=`, else the next word.
    mutating func value(of option: String) throws(Failure) -> String {
        if let value = attached {
            attached = nil
            return value
        }
        guard let value = words.popFirst() else { throw .usage("\(option) needs a value", see: help) }
        return value
    }

    /// The option's value as one of the cases of `Choice`.
    mutating func choice<Choice: RawRepresentable>(of option: String) throws(Failure) -> Choice
    where Choice: CaseIterable, Choice.RawValue == String {
        let value = try value(of: option)
        guard let choice = Choice.allCases.first(where: { $0.rawValue.utf8.elementsEqual(value.utf8) }) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .usage("\(option) is one of \(known), not \(printable(value.utf8))", see: help)
        }
        return choice
    }

    /// Throws when a value stands behind the `=` of an option that has not asked for it.
    func expectNoValue(of option: String) throws(Failure) {
        guard attached == nil else { throw .usage("\(option) takes no value", see: help) }
    }

    /// What to say about a word that the command does not know.
    func complaint(about word: String) -> Failure {
        let shown = printable(word.utf8)
        let isOption = word.utf8.first == UInt8(ascii: "-")
        return .usage(isOption ? "there is no option \(shown)" : "\(shown) is not a command", see: help)
    }
}
