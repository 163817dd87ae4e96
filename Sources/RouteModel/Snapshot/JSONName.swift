/// A member's name of at most 24 bytes as four numbers, so that names are told apart by comparing numbers:
/// a snapshot of 1,000 networks has some 700,000 names to look at.
struct JSONName: Hashable {
    static let longest = 24

    private let count: Int
    private let words: SIMD4<UInt64>

    /// The name with these bytes. A longer one equals no name that can be written here.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        var words = SIMD4<UInt64>(repeating: 0)
        if count <= Self.longest {
            withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: UnsafeRawBufferPointer(bytes)) }
        }
        self.words = words
    }

    init(_ text: String) {
        precondition(text.utf8.count <= Self.longest, "\(text) is longer than a name can be here")
        self = Array(text.utf8).withUnsafeBufferPointer { Self($0) }
    }
}

/// The names of the members that are read in one kind of object, 64 at most.
struct JSONNames<Name: CaseIterable & RawRepresentable & Sendable>: Sendable where Name.RawValue == String {
    let names: [Name]
    private let keys: [JSONName]

    /// Every case of `Name`; its raw value is the member's name.
    init() {
        names = Array(Name.allCases)
        keys = names.map { JSONName($0.rawValue) }
        precondition(names.count <= 64, "more names than fit the mask of those seen")
    }

    /// Which of `names` equals `name`.
    func index(of name: JSONName) -> Int? { keys.firstIndex(of: name) }
}
