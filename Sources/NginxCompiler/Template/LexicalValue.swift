extension LexicalState {
    /// Reads a value of `kind`, whose tag begins at `offset`; returns how it must be written.
    mutating func read(_ kind: Word.Kind, at offset: Int) throws(Complaint) -> Place {
        try checkJoint(with: kind)
        let surroundings = try surroundings(of: kind)
        if surroundings == .word { beginWord(kind.isPlain ? .bare : .sealed, at: offset) }
        guard words > 1 || isInMap else {
            throw Complaint("a value cannot be a directive's name; write the name in the template")
        }
        guard !isIncluded else {
            throw Complaint("a value cannot name a file that a map includes; write the file's name in the template")
        }
        try checkPattern(kind)
        if mayBeEmpty { try checkArgument(kind) }
        let beginsMapKey = try beginsMapKey()
        try checkHost(kind)
        try grow(by: kind.longest)
        mayBeEmpty = mayBeEmpty && kind == .text
        isDollar = false
        isVariable = kind == .variable || kind == .target
        isAfterValue = true
        return Place(surroundings: surroundings, beginsMapKey: beginsMapKey)
    }

    /// Whether the value that comes next is the first of a map's key; complains when that depends on another value.
    private func beginsMapKey() throws(Complaint) -> Bool {
        guard mayBeEmpty, words == 1, isInMap else { return false }
        guard length == 0 else {
            throw Complaint("the value may begin a map's key or continue it; begin the key with the same in every case")
        }
        return true
    }

    /// Complains about a host that other bytes would begin where nginx wants whole names: it may begin `*.`, and nginx
    /// stops at an asterisk further in.
    private func checkHost(_ kind: Word.Kind) throws(Complaint) {
        guard kind == .host, length > 0 else { return }
        guard words == 1 && isInMap || words > 1 && name.elementsEqual("server_name".utf8) else { return }
        throw Complaint("a host may be a wildcard, which must begin its word; remove what stands before it")
    }

    /// Whether the statement is an entry of a `map`, whose first word is a key.
    var isInMap: Bool { blocks.last?.isMap ?? false }

    private func surroundings(of kind: Word.Kind) throws(Complaint) -> Place.Surroundings {
        switch mode {
        case .gap: return .word
        case .quoted(let quote): return .quotes(quote)
        case .bare where kind.isPlain: return .bareWord
        case .bare:
            throw Complaint("a \(kind.noun) may hold blanks and quotes; put the whole word in quotes: \"…{{…}}…\"")
        case .closed: throw Complaint("a value stands directly against a closing quote; put a blank between them")
        case .sealed:
            throw Complaint("a value stands directly against a value that may be in quotes; put a blank between them")
        case .comment: throw Complaint("a value cannot stand in a comment; remove it, or make it a {{! comment }}")
        }
    }

    /// Complains when the bytes before would change what the value means.
    private func checkJoint(with kind: Word.Kind) throws(Complaint) {
        if isEscaping { throw Complaint("a backslash stands directly before a value; remove it") }
        if isInWord, isDollar { throw Complaint("`$` stands directly before a value; it cannot make a variable of it") }
        if isInWord, isVariable, kind.mayContinueVariable {
            throw Complaint("the variable before would swallow the value; put another byte between them")
        }
    }

    /// Complains when a value of `kind` could be taken for something else at the beginning of an argument.
    private func checkArgument(_ kind: Word.Kind) throws(Complaint) {
        guard words == 2 || !name.elementsEqual("location".utf8), let only = kindRequired, kind != only else {
            return
        }
        let directive = String(decoding: name, as: UTF8.self)
        throw Complaint(
            "only a \(only.noun) may begin a word of `\(directive)`; nginx gives other words a meaning of their own")
    }

    /// The only kind that has no such bytes, for directives that give the first bytes of their words a meaning.
    ///
    /// `location` modifiers, `server_name` regular expressions, `data:` and `engine:` key files, `include` patterns.
    private var kindRequired: Word.Kind? {
        if Self.directivesOfPaths.contains(name) { return .path }
        return name.elementsEqual("server_name".utf8) ? .host : nil
    }

    private static let directivesOfPaths = ["location", "include", "ssl_certificate", "ssl_certificate_key"]
        .map { Array($0.utf8) }
}
