/// Keys and what they hold, in document order, each found in constant time.
///
/// Keys are the same when their bytes are: a `String` in a dictionary would merge canonically equivalent ones.
struct TOMLEntries<Value> {
    struct Entry {
        let name: ByteString
        /// Where the document first mentions the key.
        let keyPosition: TextPosition
        let value: Value

        var key: String { String(decoding: name.bytes, as: UTF8.self) }
    }

    private(set) var all: [Entry] = []
    private var places: [ByteString: Int] = [:]

    subscript(name: ByteString) -> Entry? { places[name].map { all[$0] } }

    /// Adds a key that is not there yet.
    mutating func append(_ key: TOMLKey, _ value: Value) {
        places[key.name] = all.count
        all.append(Entry(name: key.name, keyPosition: key.position, value: value))
    }

    /// The same keys with other values.
    func mapEntries<Other>(_ transform: (Entry) -> Other) -> TOMLEntries<Other> {
        TOMLEntries<Other>(
            all: all.map { .init(name: $0.name, keyPosition: $0.keyPosition, value: transform($0)) }, places: places)
    }
}

extension TOMLEntries: Sendable where Value: Sendable {}
extension TOMLEntries.Entry: Sendable where Value: Sendable {}
