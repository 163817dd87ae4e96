/// Regular expressions: one that does not compile stops the whole file, and only words made for the purpose are free of
/// the bytes that mean something there.
extension LexicalState {
    /// The bytes of a word that are kept: one more than `include`, the longest word that is looked for, has.
    private static var openingLength: Int { 8 }

    /// What makes file names of the other words of an entry of a map.
    private static let inclusion = Array("include".utf8)

    /// Whether the word is `~`, `~*`, `!~` or `!~*`.
    private var isOperator: Bool {
        guard opening.count <= 3 else { return false }
        var rest = opening[...]
        if rest.first == UInt8(ascii: "!") { rest.removeFirst() }
        if rest.last == UInt8(ascii: "*") { rest.removeLast() }
        return rest.elementsEqual(CollectionOfOne(UInt8(ascii: "~")))
    }

    /// Notes a literal byte of the word being read.
    mutating func noteOpening(_ byte: UInt8) {
        if opening.count < Self.openingLength { opening.append(byte) }
    }

    /// Notes literal bytes of the word being read.
    mutating func noteOpening(_ bytes: ArraySlice<UInt8>) {
        if opening.count < Self.openingLength { opening += bytes.prefix(Self.openingLength - opening.count) }
    }

    /// Begins a word: only now is the one before known to be complete.
    mutating func beginOpening() {
        isPattern = isInStatement && isOperator
        isIncluded = words == 1 && isInMap && opening == Self.inclusion || words > 1 && isIncluded
        opening.removeAll(keepingCapacity: true)
    }

    /// Whether the word, or the one after it, means something of its own to nginx because of how this one begins.
    var hasTellingOpening: Bool {
        opening.first == UInt8(ascii: "~") || isOperator || opening == Self.inclusion
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

extension Word.Kind {
    /// Whether its words are digits, perhaps with a unit.
    fileprivate var isNumber: Bool { self == .number || self == .size || self == .duration }
}
