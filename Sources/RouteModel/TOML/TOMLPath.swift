/// A dotted key or the name in a header: the tables to go through, and the key in the last of them.
struct TOMLPath {
    var parents: [TOMLKey] = []
    var last: TOMLKey

    /// How many levels the path goes down: 1 for a key without dots.
    var count: Int { parents.count + 1 }

    mutating func append(_ key: TOMLKey) {
        parents.append(last)
        last = key
    }

    var spelling: String { spelling(through: parents.count) }

    /// The path's start as a message shows it, with the part at `index` as its end.
    func spelling(through index: Int) -> String {
        (parents + [last]).prefix(index + 1).map(\.spelling).joined(separator: ".")
    }
}
