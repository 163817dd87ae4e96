/// A finished table: its keys in document order, which is the order a diagnostic about them should follow.
struct TOMLTable: Sendable {
    typealias Entry = TOMLEntries<TOMLValue>.Entry

    private let members: TOMLEntries<TOMLValue>

    init(_ members: TOMLEntries<TOMLValue>) { self.members = members }

    var entries: [Entry] { members.all }

    /// The value of `key`, compared byte by byte: neither case nor Unicode normalisation is folded.
    subscript(key: String) -> TOMLValue? { members[ByteString(key.utf8)]?.value }
}
