extension TOMLReader {
    /// Reads `key = value` and sets it in the tree's open table.
    mutating func pair(into tree: inout TOMLTree) throws(TOMLError) {
        let key = try path()
        guard take("=") else { throw .equalsSignMissing(after: key, found: whatFollows, at: position) }
        skipBlanks()
        if isAtLineEnd { throw .valueMissing(of: key, at: position) }
        try tree.set(key, to: try value(depth: tree.openDepth + key.count))
    }

    /// Reads a key of one or more parts and the blanks around each.
    mutating func path() throws(TOMLError) -> TOMLPath {
        var path = TOMLPath(last: try key())
        while take(".") { path.append(try key()) }
        return path
    }

    private mutating func key() throws(TOMLError) -> TOMLKey {
        skipBlanks()
        let start = position
        let name = try keyName()
        skipBlanks()
        return TOMLKey(name: ByteString(name), position: start)
    }

    private mutating func keyName() throws(TOMLError) -> [UInt8] {
        if upcoming(3).elementsEqual("\"\"\"".utf8) || upcoming(3).elementsEqual("'''".utf8) {
            throw .multiLineKey(at: position)
        }
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try string() }
        let name = take(while: TOMLKey.isBare)
        guard !name.isEmpty else { throw .keyMissing(found: whatFollows, at: position) }
        return Array(name)
    }

    /// Whether nothing but a comment is left on the line.
    private var isAtLineEnd: Bool {
        next == nil || next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") || next == UInt8(ascii: "#")
    }
}

extension TOMLReader {
    /// What stands here instead of what was expected, for messages.
    var whatFollows: String {
        switch next {
        case nil: "the end of the file"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "the end of the line"
        case UInt8(ascii: "#"): "a comment"
        case UInt8(ascii: "\""): "a quotation mark"
        default: "\"\(excerpt(scalarAhead))\""
        }
    }

    /// The bytes of the Unicode scalar that comes next; empty at the end.
    var scalarAhead: ArraySlice<UInt8> {
        let continuation = upcoming(4).dropFirst().prefix { $0 & 0xC0 == 0x80 }
        return upcoming(1 + continuation.count)
    }
}
