/// A statement that says the same to nginx when it stands in an included file.
struct MovableStatement {
    enum Kind: String {
        case upstream, server
        /// A line of a `map`.
        case line
    }

    let kind: Kind
    /// What it is for: the name of an upstream, the first one of a server, what a line of a `map` begins with.
    let name: ConfWord?
    /// The words behind a server's `listen`.
    let listeners: [ConfWord]
    /// Its bytes, those before it since the line that the last statement ended on, and the rest of its own last line.
    let range: Range<Int>

    /// Adds what stays when a service is scaled, moved, or gets other options. A host's servers for plain HTTP and for
    /// TLS have different ones. Of a server that hosts share the first name tells it from all others, while the rest come
    /// and go.
    func appendKey(to key: inout [UInt8], in file: [UInt8]) {
        key += kind.rawValue.utf8
        if let name { name.append(to: &key, in: file) }
        for listener in listeners { listener.append(to: &key, in: file) }
    }

    /// That alone.
    func key(in file: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        appendKey(to: &key, in: file)
        return key
    }

    /// The statement in a file that has `shift` bytes more before it.
    func moved(by shift: Int) -> MovableStatement {
        MovableStatement(
            kind: kind, name: name?.moved(by: shift), listeners: listeners.map { $0.moved(by: shift) },
            range: range.moved(by: shift))
    }
}

extension Range<Int> {
    func moved(by shift: Int) -> Range { lowerBound + shift..<upperBound + shift }
}

extension ConfWord {
    /// The word in a file that has `shift` bytes more before it.
    func moved(by shift: Int) -> ConfWord {
        ConfWord(range: range.moved(by: shift), isQuoted: isQuoted, hasEscape: hasEscape)
    }

    /// Adds the word to a key, behind a zero byte.
    fileprivate func append(to key: inout [UInt8], in file: [UInt8]) {
        key.append(0)
        if hasEscape { key += value(in: file) } else { key += file[bare] }
    }
}
