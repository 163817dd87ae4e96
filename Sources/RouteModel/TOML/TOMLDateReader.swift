/// Reads a word as one of the four kinds of date and time, by RFC 3339's grammar.
struct TOMLDateReader {
    private let word: ArraySlice<UInt8>
    private let position: TextPosition
    private var rest: ArraySlice<UInt8>
    /// The first number out of its range: a fault only in a word whose form is right, since `80:8080` is no bad hour.
    private var outOfRange: TOMLError?

    /// `word` begins like a date or a time, and faults are reported at `position`.
    init(_ word: ArraySlice<UInt8>, at position: TextPosition) {
        self.word = word
        self.position = position
        rest = word
    }

    /// Throws when the word breaks the grammar, or names a day or a time that does not exist.
    mutating func kind() throws(TOMLError) -> TOMLValue.Kind {
        let kind = try Self.beginsLikeDate(word) ? dateAndMore() : .localTime(time())
        guard rest.isEmpty else { throw malformed }
        if let outOfRange { throw outOfRange }
        return kind
    }

    private mutating func dateAndMore() throws(TOMLError) -> TOMLValue.Kind {
        let day = try date()
        guard take("T") || take("t") || take(" ") else { return .localDate(day) }
        let time = try time()
        guard let offset = try offset() else { return .localDateTime(day, time) }
        return .offsetDateTime(day, time, offset: offset)
    }
}

extension TOMLDateReader {
    /// Whether `word` begins like `1979-`, and so is meant as a date.
    static func beginsLikeDate(_ word: ArraySlice<UInt8>) -> Bool {
        word.prefix(4).count(where: isDigit) == 4 && word.dropFirst(4).first == UInt8(ascii: "-")
    }

    /// Whether `word` begins like `07:`, and so is meant as a time.
    static func beginsLikeTime(_ word: ArraySlice<UInt8>) -> Bool {
        word.prefix(2).count(where: isDigit) == 2 && word.dropFirst(2).first == UInt8(ascii: ":")
    }
}

extension TOMLDateReader {
    private mutating func date() throws(TOMLError) -> TOMLDate {
        let year = try number(digits: 4)
        try require("-")
        let month = try number("month", in: 1...12)
        try require("-")
        let day = try number("day", in: 1...TOMLDate.days(inMonth: month, of: year))
        return TOMLDate(year: year, month: month, day: day)
    }

    private mutating func time() throws(TOMLError) -> TOMLTime {
        let hour = try number("hour", in: 0...23)
        try require(":")
        let minute = try number("minute", in: 0...59)
        try require(":")
        let second = try number("second", in: 0...60)
        return TOMLTime(hour: hour, minute: minute, second: second, nanosecond: try nanosecond())
    }

    private mutating func nanosecond() throws(TOMLError) -> Int {
        guard take(".") else { return 0 }
        let digits = rest.prefix(while: isDigit)
        if digits.isEmpty { throw malformed }
        rest = rest[digits.endIndex...]
        let missing = repeatElement(UInt8(ascii: "0"), count: max(0, 9 - digits.count))
        return decimalValue(digits.prefix(9) + missing)
    }

    /// Minutes east of UTC; `nil` for a local time.
    private mutating func offset() throws(TOMLError) -> Int? {
        if take("Z") || take("z") { return 0 }
        let sign = take("-") ? -1 : take("+") ? 1 : 0
        if sign == 0 { return nil }
        let hour = try number("offset hour", in: 0...23)
        try require(":")
        return sign * (hour * 60 + (try number("offset minute", in: 0...59)))
    }
}

extension TOMLDateReader {
    private var malformed: TOMLError { .dateMalformed(word, at: position) }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func require(_ byte: Unicode.Scalar) throws(TOMLError) {
        guard take(byte) else { throw malformed }
    }

    private mutating func number(digits count: Int) throws(TOMLError) -> Int {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(isDigit) else { throw malformed }
        rest = rest.dropFirst(count)
        return decimalValue(digits)
    }

    private mutating func number(_ unit: String, in range: ClosedRange<Int>) throws(TOMLError) -> Int {
        let number = try number(digits: 2)
        if !range.contains(number), outOfRange == nil {
            outOfRange = .dateOutOfRange(unit, number, range, in: word, at: position)
        }
        return number
    }
}

/// The number that at most nine decimal `digits` write.
private func decimalValue(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}
