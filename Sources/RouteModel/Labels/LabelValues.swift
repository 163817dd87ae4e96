/// Values by label, one behind the other.
///
/// A service has five labels or so and is asked for all 26: a bit says that one is missing, and a few values are found
/// faster one by one than by hash. Values in arrays of their own took 2 MB at 1,000 networks, and an array beside this one
/// that told where they are 1 MB.
struct LabelValues: Sendable {
    /// For each value, in the order in which they came: its label's ordinal, how many bytes it has, as three bytes with
    /// the lowest first, and those bytes.
    private var bytes: [UInt8] = []
    /// One bit a label, by its ordinal.
    private var present: UInt32 = 0

    /// How many bytes stand before those of a value.
    private static let head = 4

    /// Room for the values of most services.
    private static let usualSize = 192

    var isEmpty: Bool { present == 0 }

    /// Whether `label` has a value.
    func has(_ label: Label) -> Bool { present & (1 << UInt32(label.ordinal)) != 0 }

    /// The value of `label`, if it has one.
    subscript(label: Label) -> ArraySlice<UInt8>? {
        guard has(label) else { return nil }
        var head = 0
        while bytes[head] != label.ordinal { head = value(behind: head).upperBound }
        return bytes[value(behind: head)]
    }

    private func value(behind head: Int) -> Range<Int> {
        let start = head + Self.head
        return start..<start + Int(bytes[head + 1]) + Int(bytes[head + 2]) << 8 + Int(bytes[head + 3]) << 16
    }

    /// Gives `label`, which has none yet, a value of 16 MB at most: no text is longer than `JSONWindow.longestText`.
    mutating func insert(_ value: some Collection<UInt8>, for label: Label) {
        precondition(value.count < 1 << 24, "a value is too long")
        if bytes.isEmpty { bytes.reserveCapacity(Self.usualSize) }
        bytes.append(label.ordinal)
        for shift in stride(from: 0, to: 24, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value.count >> shift)) }
        bytes += value
        present |= 1 << UInt32(label.ordinal)
    }

    /// The same values in no more memory than they need.
    var compact: LabelValues {
        var compact = LabelValues()
        compact.bytes.reserveCapacity(bytes.count)
        compact.bytes += bytes
        compact.present = present
        return compact
    }
}

extension LabelValues: Hashable {
    /// By label, however the values came.
    private var inOrder: [ArraySlice<UInt8>] { Label.allCases.compactMap { self[$0] } }

    static func == (a: LabelValues, b: LabelValues) -> Bool {
        a.present == b.present && (a.bytes == b.bytes || a.inOrder == b.inOrder)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(present)
        hasher.combine(inOrder)
    }
}

extension LabelValues: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (Label, ByteString)...) {
        for (label, value) in elements { insert(value.bytes, for: label) }
    }
}
