extension TOMLReader {
    /// Reads a string of any of the four kinds, whose opening quote comes next, and returns its text in UTF-8.
    mutating func string() throws(TOMLError) -> [UInt8] {
        let start = position
        let quote = next == UInt8(ascii: "'") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
        if take("\"\"\"") || take("'''") { return try multiLineText(until: quote, begunAt: start) }
        advance()
        return try lineText(until: quote, begunAt: start)
    }

    private mutating func lineText(until quote: UInt8, begunAt start: TextPosition) throws(TOMLError) -> [UInt8] {
        var text: [UInt8] = []
        while true {
            text += takeVerbatim(within: quote)
            switch next {
            case quote:
                advance()
                return text
            case UInt8(ascii: "\\"): text += try escape()
            case nil, UInt8(ascii: "\n"): throw .stringUnclosed(quote, at: start)
            case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"): throw .stringUnclosed(quote, at: start)
            case let byte?: throw .controlCharacterInString(byte, at: position)
            }
        }
    }

    private mutating func multiLineText(until quote: UInt8, begunAt start: TextPosition) throws(TOMLError) -> [UInt8] {
        var text: [UInt8] = []
        _ = try takeNewline()
        while true {
            text += takeVerbatim(within: quote)
            switch next {
            case quote: if takeQuotes(quote, into: &text) { return text }
            case UInt8(ascii: "\\"): if try !skipLineEndingBackslash() { text += try escape() }
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): text += try takeNewline()
            case nil: throw .multiLineStringUnclosed(quote, at: start)
            case let byte?: throw .controlCharacterInString(byte, at: position)
            }
        }
    }

    /// Takes what stands for itself: everything but the quote, control characters and, where it escapes, the backslash.
    private mutating func takeVerbatim(within quote: UInt8) -> ArraySlice<UInt8> {
        let escapes = quote == UInt8(ascii: "\"")
        return take { $0 != quote && !isForbiddenControl($0) && !(escapes && $0 == UInt8(ascii: "\\")) }
    }

    /// Takes a run of at most five quotes and says whether it closes the string: the last three of three or more do,
    /// and one or two before them belong to the text.
    private mutating func takeQuotes(_ quote: UInt8, into text: inout [UInt8]) -> Bool {
        let run = upcoming(5).prefix { $0 == quote }
        advance(run.count)
        text += run.count < 3 ? run : run.dropLast(3)
        return run.count >= 3
    }

    /// Skips a backslash that only blanks part from its line's end, with all blanks and line endings that follow.
    private mutating func skipLineEndingBackslash() throws(TOMLError) -> Bool {
        let start = self
        advance()
        skipBlanks()
        guard try !takeNewline().isEmpty else {
            self = start
            return false
        }
        repeat { skipBlanks() } while try !takeNewline().isEmpty
        return true
    }
}
