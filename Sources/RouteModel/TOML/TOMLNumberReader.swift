/// Reads a word as an integer or a float, by the standard's grammar and not by Swift's, which takes `080` and `+0`.
struct TOMLNumberReader {
    private let word: ArraySlice<UInt8>
    private let unsigned: ArraySlice<UInt8>
    private let position: TextPosition

    /// `word` is not empty, and faults are reported at `position`.
    init(_ word: ArraySlice<UInt8>, at position: TextPosition) {
        self.word = word
        self.position = position
        let isSigned = word.first == UInt8(ascii: "-") || word.first == UInt8(ascii: "+")
        unsigned = word.dropFirst(isSigned ? 1 : 0)
    }

    /// Throws when the word is no number, or an integer that does not fit 64 bits.
    ///
    /// A float too large for IEEE 754 is infinite and one too small is zero, as that standard has it.
    func kind() throws(TOMLError) -> TOMLValue.Kind {
        if unsigned.elementsEqual("inf".utf8) { return .float(isNegative ? -.infinity : .infinity) }
        if unsigned.elementsEqual("nan".utf8) { return .float(.nan) }
        if let radix { return .integer(try prefixedInteger(radix: radix)) }
        return try decimal()
    }

    private var isNegative: Bool { word.first == UInt8(ascii: "-") }
}

extension TOMLNumberReader {
    private var radix: UInt8? {
        guard unsigned.first == UInt8(ascii: "0") else { return nil }
        return switch unsigned.dropFirst().first {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private func prefixedInteger(radix: UInt8) throws(TOMLError) -> Int64 {
        if unsigned.startIndex != word.startIndex { throw .signBeforePrefix(word, at: position) }
        let digits = word.dropFirst(2)
        try checkUnderscores(in: digits)
        let plain = digits.filter { $0 != UInt8(ascii: "_") }
        guard !plain.isEmpty, plain.allSatisfy({ isDigit($0, radix: radix) }) else {
            throw .digitsWrong(word, radix: radix, at: position)
        }
        return try integer(plain, radix: radix)
    }

    private func integer(_ text: some Sequence<UInt8>, radix: UInt8 = 10) throws(TOMLError) -> Int64 {
        let number = Int64(String(decoding: Array(text), as: UTF8.self), radix: Int(radix))
        guard let number else { throw .integerTooLarge(word, at: position) }
        return number
    }

    /// An underscore needs a digit on both sides; `digits` holds nothing but the two.
    private func checkUnderscores(in digits: ArraySlice<UInt8>) throws(TOMLError) {
        let parts = digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.allSatisfy({ !$0.isEmpty }) else {
            throw .underscoreMisplaced(word, at: position)
        }
    }
}

extension TOMLNumberReader {
    private func decimal() throws(TOMLError) -> TOMLValue.Kind {
        var rest = unsigned
        let whole = takeDigits(from: &rest)
        let fraction = takeDigits(from: &rest, after: ".")
        let exponent = takeDigits(from: &rest, after: "eE", "+-")
        let isNumber = rest.isEmpty && (whole.first.map { isDigit($0) } == true || fraction != nil)
        guard isNumber else { throw .notAValue(word, at: position) }
        for digits in [whole, fraction, exponent].compactMap(\.self) {
            guard !digits.isEmpty else { throw .digitMissing(word, at: position) }
            try checkUnderscores(in: digits)
        }
        try checkLeadingZero(of: whole)
        let plain = word.filter { $0 != UInt8(ascii: "_") }
        if fraction == nil && exponent == nil { return .integer(try integer(plain)) }
        return .float(try float(plain))
    }

    private func takeDigits(from rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
        rest = rest[digits.endIndex...]
        return digits
    }

    /// Takes the digits behind one byte of `mark` and perhaps one of `sign`; `nil` when the mark does not come next.
    private func takeDigits(
        from rest: inout ArraySlice<UInt8>, after mark: String, _ sign: String = ""
    ) -> ArraySlice<UInt8>? {
        guard let byte = rest.first, mark.utf8.contains(byte) else { return nil }
        rest = rest.dropFirst()
        if let byte = rest.first, sign.utf8.contains(byte) { rest = rest.dropFirst() }
        return takeDigits(from: &rest)
    }

    private func checkLeadingZero(of whole: ArraySlice<UInt8>) throws(TOMLError) {
        guard whole.count > 1, whole.first == UInt8(ascii: "0") else { return }
        let significant = whole.drop { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "_") }
        let kept = significant.isEmpty ? whole.suffix(1) : significant
        throw .leadingZero(in: word, better: word[..<whole.startIndex] + kept + word[whole.endIndex...], at: position)
    }

    private func float(_ text: [UInt8]) throws(TOMLError) -> Double {
        guard let number = Double(String(decoding: text, as: UTF8.self)) else { throw .notAValue(word, at: position) }
        return number
    }
}
