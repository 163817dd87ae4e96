/// Names to look for: those of the members that are read in one kind of object, or the keys of labels. 64 at most.
struct JSONNames<Name: CaseIterable & RawRepresentable & Sendable>: Sendable where Name.RawValue == String {
    /// One of the names, as bytes.
    private struct Entry {
        let name: Name
        let text: [UInt8]
        let mark: UInt32
    }

    private let entries: [Entry]

    /// Every case of `Name`; its raw value is the name.
    init() {
        entries = Name.allCases.map { name in
            let text = Array(name.rawValue.utf8)
            return Entry(name: name, text: text, mark: text.withUnsafeBufferPointer { Self.mark(of: $0) })
        }
        precondition(entries.count <= 64, "more names than fit the mask of those seen")
    }

    subscript(index: Int) -> Name { entries[index].name }

    /// Where among the names the one with these bytes is.
    func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let mark = Self.mark(of: name)
        for index in entries.indices where entries[index].mark == mark {
            if entries[index].text.withUnsafeBufferPointer({ $0.hasBytes(of: name) }) { return index }
        }
        return nil
    }

    /// Count, first and last byte: what nearly always tells names apart. A snapshot of 1,000 networks has 700,000.
    private static func mark(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let first = name.first, let last = name.last else { return 0 }
        return UInt32(truncatingIfNeeded: name.count) << 16 | UInt32(first) << 8 | UInt32(last)
    }
}
