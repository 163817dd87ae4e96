/// A text that can be written as one word of nginx.conf, in quotes where it needs them.
///
/// Free of control bytes other than TAB and LF, and short enough: nginx refuses a quoted word of more than
/// 4,094 bytes with its escapes (`ngx_conf_read_token`, a buffer of 4,096).
struct CheckedText: Hashable, Sendable {
    /// The most bytes of a text, counting every quote and backslash twice since it may be escaped.
    static let longest = 4_000

    /// The text as nginx will see it, before it expands variables.
    let bytes: [UInt8]

    /// Whether the text must stand in quotes to be one word.
    let needsQuotes: Bool

    /// Returns `nil` when `text` holds a control byte other than TAB and LF, or is longer than `longest`.
    init?(_ text: some Sequence<UInt8>) {
        let bytes = Array(text)
        var length = 0
        var special = bytes.isEmpty || bytes.first == UInt8(ascii: "#") || bytes.last == UInt8(ascii: "$")
        for byte in bytes {
            guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A else { return nil }
            length += Self.isEscapable(byte) ? 2 : 1
            special = special || Self.isSpecial(byte)
        }
        guard length <= Self.longest else { return nil }
        self.bytes = bytes
        needsQuotes = special
    }

    /// Whether `byte` needs a backslash inside quotes of some kind.
    private static func isEscapable(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }

    /// Whether `byte` ends a bare word, begins a quoted one or an escape, or is a brace.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, UInt8(ascii: " "), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        default: isEscapable(byte)
        }
    }
}

extension CheckedText {
    /// The UTF-8 of `text`, checked likewise.
    init?(_ text: String) { self.init(text.utf8) }
}

extension CheckedText {
    /// A text of the compiler's own, which is known to be right.
    init(checked text: StaticString) {
        guard let checked = CheckedText("\(text)".utf8) else { preconditionFailure("\(text) is no word") }
        self = checked
    }
}
