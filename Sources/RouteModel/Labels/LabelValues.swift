/// Values by label.
///
/// A service has five labels or so and is asked for all 26: a bit says that one is missing, and a few entries are found
/// faster one by one than by hash.
struct LabelValues: Hashable, Sendable {
    private struct Entry: Hashable {
        let ordinal: UInt8
        var value: ByteString
    }

    /// In the order of the labels, so that equal values are equal however they came.
    private var entries: [Entry] = []
    /// One bit a label, by its ordinal.
    private var present: UInt32 = 0

    var isEmpty: Bool { entries.isEmpty }

    /// The value of `label`, if it has one.
    subscript(label: Label) -> ByteString? {
        let ordinal = label.ordinal
        guard present & (1 << UInt32(ordinal)) != 0 else { return nil }
        // By index: each entry that a loop takes out counts a reference to its value.
        return entries.indices.first { entries[$0].ordinal == ordinal }.map { entries[$0].value }
    }

    /// Gives `label`, which has none yet, a value.
    mutating func insert(_ value: ByteString, for label: Label) {
        let ordinal = label.ordinal
        if entries.isEmpty { entries.reserveCapacity(8) }
        present |= 1 << UInt32(ordinal)
        let place = entries.firstIndex { $0.ordinal > ordinal } ?? entries.count
        entries.insert(Entry(ordinal: ordinal, value: value), at: place)
    }
}

extension LabelValues: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (Label, ByteString)...) {
        for (label, value) in elements { insert(value, for: label) }
    }
}
