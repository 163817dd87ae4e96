/// Faults of numbers, dates and other words that stand without quotes.
extension TOMLError {
    typealias Word = ArraySlice<UInt8>

    static func notAValue(_ word: Word, at position: TextPosition) -> Self {
        let folded = word.map(asciiLowercased)
        let constant = ["true", "false", "inf", "nan"].first { folded.elementsEqual($0.utf8) }
        let remedy = constant.map { "write \($0) in lower case" } ?? "put quotes around a text"
        return Self(position: position, message: "\(excerpt(word)) is not a value; \(remedy)")
    }

    static func leadingZero(in word: Word, better: Word, at position: TextPosition) -> Self {
        let shown = excerpt(word)
        return Self(
            position: position,
            message: "leading zero in \(shown); write \(excerpt(better)) (or \"\(shown)\" for a text)")
    }

    static func underscoreMisplaced(_ word: Word, at position: TextPosition) -> Self {
        Self(position: position, message: "an underscore in \(excerpt(word)) needs a digit on both sides")
    }

    static func digitMissing(_ word: Word, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "a digit is missing in \(excerpt(word)): a point needs one on both sides, an exponent at its end")
    }

    static func signBeforePrefix(_ word: Word, at position: TextPosition) -> Self {
        Self(position: position, message: "\(excerpt(word)) has a sign; only decimal numbers take one")
    }

    static func digitsWrong(_ word: Word, radix: UInt8, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\(excerpt(word)) needs digits of base \(radix) after \(excerpt(word.prefix(2))), and nothing else"
        )
    }

    static func integerTooLarge(_ word: Word, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\(excerpt(word)) does not fit 64 bits; integers go from \(Int64.min) to \(Int64.max)")
    }

    static func dateMalformed(_ word: Word, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\(excerpt(word)) is not a date or time; write 1979-05-27, 07:32:00 or 1979-05-27T07:32:00Z, "
                + "or put quotes around a text")
    }

    static func dateOutOfRange(
        _ unit: String, _ number: Int, _ range: ClosedRange<Int>, in word: Word, at position: TextPosition
    ) -> Self {
        Self(
            position: position,
            message:
                "\(unit) \(number) in \(excerpt(word)) does not exist; "
                + "it goes from \(range.lowerBound) to \(range.upperBound)"
        )
    }
}
