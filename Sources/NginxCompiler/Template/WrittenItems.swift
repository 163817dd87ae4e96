/// Where the items of a list are in the last file, and in the one that is being written.
///
/// Items come again in nearly the same order: they are looked for where the one before was found, then nearby and, when
/// many are not there, anywhere. Those that follow one another in both files are one run, whose bytes are copied at once.
/// Items are told by their identity and kept alive by their list, so that a run of thousands counts no reference.
struct WrittenItems {
    private struct Item {
        let block: ObjectIdentifier
        /// Where in the file it is.
        var bytes: Range<Int>
    }

    private var last: [Item] = []
    private var current: [Item] = []
    /// The lists that have these items: as long as they are there no other object has one's identity.
    private var lists: (last: Any?, current: Any?)
    /// Where in `last` the next item is expected.
    private var expected = 0
    /// How many items have not been found near their place.
    private var strays = 0
    /// Where in `last` the items are, once there are many strays.
    private var places: [ObjectIdentifier: Int] = [:]

    /// How many places an item is looked for in first.
    private static let reach = 8

    /// Begins the list of these blocks in the file that is being written.
    mutating func begin<Block: AnyObject>(_ blocks: [Block]) {
        current.reserveCapacity(blocks.count)
        lists.current = blocks
        (expected, strays) = (0, 0)
    }

    /// The first of `blocks` from `index` on that stood one behind the other in the last file: how many, and where. They
    /// count as written at `start` of this one. `nil` if the one at `index` was not there.
    mutating func repeatRun<Block: AnyObject>(
        of blocks: [Block], from index: Int, at start: Int
    ) -> (count: Int, bytes: Range<Int>)? {
        guard let first = place(of: ObjectIdentifier(blocks[index])) else { return nil }
        expected = first + 1
        while expected < last.count, index + expected - first < blocks.count,
            last[expected].block == ObjectIdentifier(blocks[index + expected - first]),
            last[expected].bytes.lowerBound == last[expected - 1].bytes.upperBound
        {
            expected += 1
        }
        let bytes = last[first].bytes.lowerBound..<last[expected - 1].bytes.upperBound
        let shift = start - bytes.lowerBound
        for item in last[first..<expected] {
            remember(item.block, at: item.bytes.lowerBound + shift..<item.bytes.upperBound + shift)
        }
        return (expected - first, bytes)
    }

    /// Notes where a block is in the file that is being written.
    mutating func remember(_ block: ObjectIdentifier, at bytes: Range<Int>) {
        current.append(Item(block: block, bytes: bytes))
    }

    /// Makes the file that has been written the last one.
    mutating func keep() {
        last = current
        current = []
        lists = (lists.current, nil)
        places = [:]
    }

    private mutating func place(of block: ObjectIdentifier) -> Int? {
        let near = last.indices[expected...].prefix(Self.reach)
        if let place = near.first(where: { last[$0].block == block }) { return place }
        strays += 1
        guard strays > 2 * Self.reach else { return nil }
        if places.isEmpty { for (place, item) in last.enumerated() { places[item.block] = place } }
        return places[block]
    }
}
