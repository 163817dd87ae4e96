/// Reads a TOML 1.0 document. Throws its first fault; bytes that are not UTF-8 come before all others.
///
/// A byte order mark is skipped and not counted in columns, since editors hide it.
/// Line endings inside multi-line strings stay as they are written, LF or CRLF.
func readTOML(_ bytes: [UInt8]) throws(TOMLError) -> TOMLTable {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    try checkUTF8(bytes)
    var reader = TOMLReader(bytes)
    return try reader.document()
}

private func checkUTF8(_ bytes: [UInt8]) throws(TOMLError) {
    do {
        _ = try UTF8Span(validating: bytes.span)
    } catch {
        let offset = error.byteOffsets.lowerBound
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        throw .notUTF8(bytes[offset], at: TextPosition(line: line, column: offset - lineStart + 1))
    }
}

extension TOMLReader {
    fileprivate mutating func document() throws(TOMLError) -> TOMLTable {
        var tree = TOMLTree(at: position)
        try skipBlanksCommentsAndNewlines()
        while let byte = next {
            if byte == UInt8(ascii: "[") { try header(into: &tree) } else { try pair(into: &tree) }
            try endLine()
            try skipBlanksCommentsAndNewlines()
        }
        return tree.finished()
    }

    private mutating func endLine() throws(TOMLError) {
        try skipBlanksAndComment()
        guard next != nil, try takeNewline().isEmpty else { return }
        throw .expected("the end of the line", found: whatFollows, at: position)
    }

    /// Reads `[name]` or `[[name]]`. The double brackets are one token: no blank may part them.
    private mutating func header(into tree: inout TOMLTree) throws(TOMLError) {
        if take("[[") {
            let name = try path()
            guard take("]]") else { throw .expected("\"]]\" after the name", found: whatFollows, at: position) }
            try tree.openElement(name)
        } else {
            advance()
            let name = try path()
            guard take("]") else { throw .expected("\"]\" after the name", found: whatFollows, at: position) }
            try tree.openTable(name)
        }
    }
}
