extension TOMLReader {
    /// Reads an escape, whose backslash comes next, and returns what it stands for in UTF-8.
    ///
    /// Before a line's end it returns nothing: the string is not closed, and its reader says so.
    mutating func escape() throws(TOMLError) -> [UInt8] {
        let start = position
        advance()
        guard let letter = next, letter != UInt8(ascii: "\n"), letter != UInt8(ascii: "\r") else { return [] }
        if let byte = byteEscaped(by: letter) {
            advance()
            return [byte]
        }
        switch letter {
        case UInt8(ascii: "u"): return try scalarEscape(digits: 4, begunAt: start)
        case UInt8(ascii: "U"): return try scalarEscape(digits: 8, begunAt: start)
        default: throw .escapeUnknown(scalarAhead, at: start)
        }
    }

    private mutating func scalarEscape(digits count: Int, begunAt start: TextPosition) throws(TOMLError) -> [UInt8] {
        let letter = upcoming(1)
        advance()
        let digits = upcoming(count)
        guard digits.count == count, digits.allSatisfy(isHexadecimalDigit) else {
            throw .escapeTooShort(letter, digits: count, at: start)
        }
        let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        guard let scalar = number.flatMap(Unicode.Scalar.init) else {
            throw .escapeNotScalar(letter + digits, at: start)
        }
        advance(count)
        return Array(String(scalar).utf8)
    }
}

private func byteEscaped(by letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
    default: nil
    }
}
