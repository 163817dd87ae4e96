/// The names of the members that are read in one kind of object, 64 at most.
struct JSONNames<Name: CaseIterable & RawRepresentable & Sendable>: Sendable where Name.RawValue == String {
    let names: [Name]
    private let texts: [[UInt8]]
    /// The marks of `texts`: a snapshot of 1,000 networks has some 700,000 names to tell apart.
    private let marks: [UInt32]

    /// Every case of `Name`; its raw value is the member's name.
    init() {
        names = Array(Name.allCases)
        texts = names.map { Array($0.rawValue.utf8) }
        marks = texts.map { text in text.withUnsafeBufferPointer { Self.mark(of: $0) } }
        precondition(names.count <= 64, "more names than fit the mask of those seen")
    }

    /// Which of `names` equals `name`.
    func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let mark = Self.mark(of: name)
        for index in marks.indices where marks[index] == mark {
            if texts[index].withUnsafeBufferPointer({ $0.hasBytes(of: name) }) { return index }
        }
        return nil
    }

    /// Count, first and last byte: what nearly always tells names apart.
    private static func mark(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let first = name.first, let last = name.last else { return 0 }
        return UInt32(truncatingIfNeeded: name.count) << 16 | UInt32(first) << 8 | UInt32(last)
    }
}
