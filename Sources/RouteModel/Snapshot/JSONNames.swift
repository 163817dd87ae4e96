/// Names to look for: those of the members that are read in one kind of object, or the keys of labels. 64 at most.
///
/// The type itself demands nothing of `Name` that would be looked up at run time for each of 25 tables.
struct JSONNames<Name: Sendable>: Sendable {
    private let names: [Name]
    private let entries: [NameEntry]
    /// One bit a name, by its mark: most names that are not among these have none of them.
    private let filter: UInt64
    /// Those that an object may have once only, one bit each.
    let single: UInt64

    /// Every case of `Name`; its raw value is the name. An object may have each once, but the one that is `passed` over.
    init(passing passed: Name? = nil) where Name: CaseIterable & RawRepresentable, Name.RawValue == String {
        let names = Array(Name.allCases)
        self.names = names
        entries = names.map { name in
            let text = Array(name.rawValue.utf8)
            return NameEntry(text: text, mark: text.withUnsafeBufferPointer { Self.mark(of: $0) })
        }
        precondition(entries.count <= 64, "more names than fit the mask of those seen")
        filter = entries.reduce(0) { $0 | Self.bit(of: $1.mark) }
        single = names.indices.reduce(0) { names[$1].rawValue == passed?.rawValue ? $0 : $0 | 1 << UInt64($1) }
    }

    subscript(index: Int) -> Name { names[index] }

    /// The name at `index` as text.
    func text(at index: Int) -> String { String(decoding: entries[index].text, as: UTF8.self) }

    /// Where among the names the one with these bytes is.
    func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let mark = Self.mark(of: name)
        guard filter & Self.bit(of: mark) != 0 else { return nil }
        for index in entries.indices where entries[index].mark == mark {
            if entries[index].text.withUnsafeBufferPointer({ $0.hasBytes(of: name) }) { return index }
        }
        return nil
    }

    /// Whether `name` may be among these; nine in ten that are not have `false`.
    @inline(__always)
    func mayHold(_ name: UnsafeBufferPointer<UInt8>) -> Bool { filter & Self.bit(of: Self.mark(of: name)) != 0 }

    @inline(__always)
    private static func bit(of mark: UInt32) -> UInt64 { 1 << UInt64((mark &* 0x9E37_79B1) >> 26) }

    /// Count, first and last byte: what nearly always tells names apart. A snapshot of 1,000 networks has 700,000.
    @inline(__always)
    private static func mark(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let first = name.first, let last = name.last else { return 0 }
        return UInt32(truncatingIfNeeded: name.count) << 16 | UInt32(first) << 8 | UInt32(last)
    }
}

/// One of the names, as bytes: one type for all tables, which the runtime would make at run time for each of them.
private struct NameEntry {
    let text: [UInt8]
    let mark: UInt32
}
