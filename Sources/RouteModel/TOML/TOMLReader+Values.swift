extension TOMLReader {
    /// Reads a value. `depth` counts the tables and arrays it is in, and itself: 1 for a value of the root table.
    mutating func value(depth: Int) throws(TOMLError) -> TOMLValue {
        let start = position
        return TOMLValue(kind: try kind(depth: depth), position: start)
    }

    private mutating func kind(depth: Int) throws(TOMLError) -> TOMLValue.Kind {
        switch next {
        case UInt8(ascii: "["): .array(try array(depth: depth))
        case UInt8(ascii: "{"): .table(try inlineTable(depth: depth))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(String(decoding: try string(), as: UTF8.self))
        default: try scalar()
        }
    }

    private mutating func array(depth: Int) throws(TOMLError) -> [TOMLValue] {
        let start = position
        try TOMLTree.checkDepth(depth, at: start)
        advance()
        var values: [TOMLValue] = []
        while try !arrayEnds(begunAt: start) {
            values.append(try value(depth: depth + 1))
            try skipBlanksCommentsAndNewlines()
            guard take(",") || next == UInt8(ascii: "]") || next == nil else {
                throw .expected(
                    "\",\" or \"]\" in the array begun on line \(start.line)", found: whatFollows, at: position)
            }
        }
        return values
    }

    /// Skips to the next value, or over the closing bracket.
    private mutating func arrayEnds(begunAt start: TextPosition) throws(TOMLError) -> Bool {
        try skipBlanksCommentsAndNewlines()
        guard next != nil else { throw .arrayUnclosed(at: start) }
        return take("]")
    }

    /// Reads `{ … }` into a tree of its own: once finished it is a value like any other, and closed to additions.
    private mutating func inlineTable(depth: Int) throws(TOMLError) -> TOMLTable {
        try TOMLTree.checkDepth(depth, at: position)
        var tree = TOMLTree(at: position, depth: depth)
        advance()
        skipBlanks()
        if take("}") { return tree.finished() }
        repeat {
            skipBlanks()
            if next == UInt8(ascii: "}") { throw .trailingComma(at: position) }
            try checkSameLine()
            try pair(into: &tree)
            skipBlanks()
        } while take(",")
        try checkSameLine()
        guard take("}") else { throw .expected("\",\" or \"}\" in the inline table", found: whatFollows, at: position) }
        return tree.finished()
    }

    private func checkSameLine() throws(TOMLError) {
        guard next == UInt8(ascii: "\n") || next == UInt8(ascii: "\r") else { return }
        throw .inlineTableBroken(at: position)
    }
}
