/// Regular expressions: one that does not compile stops the whole file, and only words made for the purpose are free of
/// the bytes that mean something there.
extension LexicalState {
    /// Whether the word is an operator that makes a regular expression of the next one.
    private var isOperator: Bool { opening.count <= 3 && WordOpening.operators.contains(opening) }

    /// Whether the word makes file names of the other words of an entry of a map.
    private var isInclusion: Bool { opening == WordOpening.inclusion }

    /// Begins a word: only now is the one before known to be complete.
    mutating func beginOpening() {
        isPattern = isInStatement && isOperator
        isIncluded = words == 1 && isInMap && isInclusion || words > 1 && isIncluded
        opening = WordOpening()
    }

    /// Whether the word, or the one after it, means something of its own to nginx because of how this one begins.
    var hasTellingOpening: Bool {
        opening.first == UInt8(ascii: "~") || isOperator || isInclusion
    }

    /// Complains about a value of `kind` in a regular expression: after `~` in its own word or before it, and in the
    /// first word of `rewrite`.
    func checkPattern(_ kind: Word.Kind) throws(Complaint) {
        let isOfRewrite = words == 2 && name.elementsEqual("rewrite".utf8)
        guard isPattern || isOfRewrite || opening.first == UInt8(ascii: "~"), !kind.isNumber, kind != .pattern else {
            return
        }
        throw Complaint(
            "a \(kind.noun) cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one")
    }
}

/// The first bytes of a word: one more than `include`, the longest word that is looked for, has.
struct WordOpening: Hashable, ExpressibleByStringLiteral {
    /// The first byte in the lowest bits.
    private var bits: UInt64 = 0

    /// From 0 to `longest`.
    private(set) var count = 0

    static let longest = 8

    fileprivate static let operators: [Self] = ["~", "~*", "!~", "!~*"]
    fileprivate static let inclusion: Self = "include"

    init() {}

    init(stringLiteral text: StaticString) {
        text.withUTF8Buffer { for byte in $0 { append(byte) } }
    }

    /// Adds a byte, if there is room for it.
    mutating func append(_ byte: UInt8) {
        guard count < Self.longest else { return }
        bits |= UInt64(byte) << (8 * count)
        count += 1
    }

    var first: UInt8? { count > 0 ? UInt8(truncatingIfNeeded: bits) : nil }
}

extension Word.Kind {
    /// Whether its words are digits, perhaps with a unit.
    fileprivate var isNumber: Bool { self == .number || self == .size || self == .duration }
}
