/// Values by label, one behind the other.
///
/// A service has five labels or so and is asked for all 26: a bit says that one is missing, and a few entries are found
/// faster one by one than by hash. Values in arrays of their own took 2 MB at 1,000 networks.
struct LabelValues: Sendable {
    private struct Entry {
        let ordinal: UInt8
        let value: Range<Int32>
    }

    /// In the order in which they came.
    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    /// One bit a label, by its ordinal.
    private var present: UInt32 = 0

    var isEmpty: Bool { present == 0 }

    /// Whether `label` has a value.
    func has(_ label: Label) -> Bool { present & (1 << UInt32(label.ordinal)) != 0 }

    /// The value of `label`, if it has one.
    subscript(label: Label) -> ArraySlice<UInt8>? {
        guard has(label), let entry = entries.first(where: { $0.ordinal == label.ordinal }) else { return nil }
        return bytes[Int(entry.value.lowerBound)..<Int(entry.value.upperBound)]
    }

    /// Gives `label`, which has none yet, a value. All together have 104 MiB at most: 26 of `JSONWindow.longestText`.
    mutating func insert(_ value: some Collection<UInt8>, for label: Label) {
        if entries.isEmpty { entries.reserveCapacity(6) }
        let start = Int32(bytes.count)
        bytes += value
        entries.append(Entry(ordinal: label.ordinal, value: start..<Int32(bytes.count)))
        present |= 1 << UInt32(label.ordinal)
    }
}

extension LabelValues: Hashable {
    /// By label, however the values came.
    private var inOrder: [ArraySlice<UInt8>] {
        entries.sorted { $0.ordinal < $1.ordinal }.map { bytes[Int($0.value.lowerBound)..<Int($0.value.upperBound)] }
    }

    static func == (a: LabelValues, b: LabelValues) -> Bool {
        a.present == b.present && a.inOrder == b.inOrder
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
