/// Faults of the grammar outside values.
extension TOMLError {
    static func notUTF8(_ byte: UInt8, at position: TextPosition) -> Self {
        let digits = String(byte, radix: 16)
        return Self(position: position, message: "byte 0x\(digits) is not UTF-8 here; save the file as UTF-8")
    }

    static func bareCarriageReturn(at position: TextPosition) -> Self {
        Self(position: position, message: "a carriage return without a line feed; lines end in LF or CRLF")
    }

    static func controlCharacterInComment(_ byte: UInt8, at position: TextPosition) -> Self {
        Self(position: position, message: "control character \(name(of: byte)) in a comment; remove it")
    }

    static func expected(_ wanted: String, found: String, at position: TextPosition) -> Self {
        Self(position: position, message: "expected \(wanted), found \(found)")
    }

    static func keyMissing(found: String, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "expected a key, found \(found); without quotes a key has only A-Z, a-z, 0-9, _ and -")
    }

    static func multiLineKey(at position: TextPosition) -> Self {
        Self(position: position, message: "a key stands on one line, in one quote on each side")
    }

    static func equalsSignMissing(after key: TOMLPath, found: String, at position: TextPosition) -> Self {
        Self(position: position, message: "expected \"=\" after the key \"\(key.spelling)\", found \(found)")
    }

    static func valueMissing(of key: TOMLPath, at position: TextPosition) -> Self {
        Self(position: position, message: "key \"\(key.spelling)\" has no value; write \"\" for an empty text")
    }

    static func arrayUnclosed(at position: TextPosition) -> Self {
        Self(position: position, message: "this array is never closed; write \"]\" at its end")
    }

    static func trailingComma(at position: TextPosition) -> Self {
        Self(position: position, message: "an inline table has no comma before its \"}\"; remove the comma")
    }

    static func inlineTableBroken(at position: TextPosition) -> Self {
        Self(position: position, message: "an inline table stands on one line; use a [table] for several")
    }

    static func tooDeep(limit: Int, at position: TextPosition) -> Self {
        Self(position: position, message: "tables and arrays nest at most \(limit) deep")
    }

    /// `U+001F`: how messages name a byte that cannot be shown.
    fileprivate static func name(of byte: UInt8) -> String {
        "U+00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}

/// Faults of strings.
extension TOMLError {
    static func stringUnclosed(_ quote: UInt8, at position: TextPosition) -> Self {
        let quotes = String(repeating: String(Unicode.Scalar(quote)), count: 3)
        return Self(
            position: position,
            message: "a string needs its closing quote on the same line; use \(quotes) for several lines")
    }

    static func multiLineStringUnclosed(_ quote: UInt8, at position: TextPosition) -> Self {
        let quotes = String(repeating: String(Unicode.Scalar(quote)), count: 3)
        return Self(position: position, message: "this string is never closed; write \(quotes) at its end")
    }

    static func controlCharacterInString(_ byte: UInt8, at position: TextPosition) -> Self {
        let escape = tomlEscape(of: Unicode.Scalar(byte))
        return Self(
            position: position,
            message: "control character \(name(of: byte)) in a string; write \(escape) between \"…\"")
    }

    static func escapeUnknown(_ scalar: some Collection<UInt8>, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\\\(excerpt(scalar)) is no escape; write \\\\ for a backslash, or put the text between '…'")
    }

    static func escapeTooShort(_ letter: some Collection<UInt8>, digits: Int, at position: TextPosition) -> Self {
        Self(position: position, message: "\\\(excerpt(letter)) needs \(digits) hexadecimal digits")
    }

    static func escapeNotScalar(_ escape: some Collection<UInt8>, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\\\(excerpt(escape)) is no Unicode scalar value: surrogates and what is past 10FFFF are not")
    }
}
