extension TOMLReader {
    /// Reads a value that has no delimiters of its own: a boolean, a number, a date or a time.
    mutating func scalar() throws(TOMLError) -> TOMLValue.Kind {
        let start = position
        let word = scalarWord()
        if word.isEmpty { throw .expected("a value", found: whatFollows, at: start) }
        if word.elementsEqual("true".utf8) { return .boolean(true) }
        if word.elementsEqual("false".utf8) { return .boolean(false) }
        if TOMLDateReader.beginsLikeDate(word) || TOMLDateReader.beginsLikeTime(word) {
            var reader = TOMLDateReader(word, at: start)
            return try reader.kind()
        }
        return try TOMLNumberReader(word, at: start).kind()
    }

    /// Takes all bytes up to one that cannot be part of a value; one space may part a date from its time.
    private mutating func scalarWord() -> ArraySlice<UInt8> {
        let start = offset
        let first = take(while: belongsToScalar)
        let isDate = first.count == "1979-05-27".utf8.count && TOMLDateReader.beginsLikeDate(first)
        guard isDate, next == UInt8(ascii: " "), let byte = peek(1), isDigit(byte) else { return first }
        advance()
        _ = take(while: belongsToScalar)
        return taken(since: start)
    }
}

private func belongsToScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x7F, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"): false
    default: true
    }
}
