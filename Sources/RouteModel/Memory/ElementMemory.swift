/// What was read of the elements of one array of the last snapshot, to be found again by their bytes.
///
/// Elements come again in the order of the last time, nearly always: one comparison each. One that does not stand where
/// it is expected is looked for nearby and, when many do not, anywhere.
struct ElementMemory<Value> {
    /// An element of the last snapshot. A class, since it goes from list to list.
    private final class Element {
        /// How many bytes it has; 0 for one that cannot be told by them.
        let count: Int
        let fingerprint: Fingerprint?
        /// The fingerprint of its first bytes, which have its ID.
        let beginning: Fingerprint?
        let value: Value

        init(_ value: Value, _ bytes: UnsafeBufferPointer<UInt8>?, _ key: FingerprintKey) {
            self.value = value
            count = bytes?.count ?? 0
            fingerprint = bytes.map { key.fingerprint(of: $0) }
            beginning = bytes.map { key.fingerprint(ofBeginning: $0) }
        }
    }

    /// How far behind the expected place an element is looked for first.
    private static var reach: Int { 8 }

    private var last: [Element] = []
    /// Which of them have come again.
    private var isTaken: [Bool] = []
    /// Where in `last` the element that comes next is expected.
    private var expected = 0
    private var current: [Element] = []
    /// Where in `current` those are that had to be read.
    private var fresh: [Int] = []
    /// How many have not been found near their place.
    private var strays = 0
    /// Where in `last` the elements are by their beginnings, once there are many strays.
    private var places: [Fingerprint: Int] = [:]

    /// How many elements are kept.
    var count: Int { last.count }
}

// MARK: While a snapshot is read

extension ElementMemory {
    /// Steps over the element that comes next and returns what was read of it, if it was there the last time with the
    /// same bytes and `holds` agrees.
    mutating func recall(
        at scanner: inout JSONScanner, by key: FingerprintKey, where holds: (Value) -> Bool
    ) throws(SnapshotError) -> Value? {
        guard !last.isEmpty, try scanner.peek() == UInt8(ascii: "{") else { return nil }
        guard let place = try place(of: &scanner, by: key) else { return nil }
        expected = place + 1
        let element = last[place]
        guard holds(element.value) else { return nil }
        isTaken[place] = true
        current.append(element)
        scanner.place += element.count
        return element.value
    }

    /// Keeps what was read of the element that has just ended and began at `start`.
    mutating func remember(
        _ value: Value, from start: JSONScanner.Bookmark, to scanner: borrowing JSONScanner, by key: FingerprintKey
    ) {
        fresh.append(current.count)
        current.append(Element(value, scanner.bytes(since: start), key))
    }

    /// Where in `last` the element is that comes next.
    private mutating func place(of scanner: inout JSONScanner, by key: FingerprintKey) throws(SnapshotError) -> Int? {
        if expected < last.count, try comes(expected, at: &scanner, by: key) { return expected }
        let beginning = key.fingerprint(ofBeginning: try scanner.prefix(FingerprintKey.beginning))
        for place in last.indices[expected...].prefix(Self.reach) where last[place].beginning == beginning {
            if try comes(place, at: &scanner, by: key) { return place }
        }
        guard let place = distantPlace(of: beginning), try comes(place, at: &scanner, by: key) else { return nil }
        return place
    }

    /// Where an element with this beginning is, wherever: looked up when a list is in another order than it was, as
    /// making the table takes as long as reading a thousand elements.
    private mutating func distantPlace(of beginning: Fingerprint) -> Int? {
        strays += 1
        guard strays > 2 * Self.reach else { return nil }
        if places.isEmpty {
            for (place, element) in last.enumerated() {
                if let beginning = element.beginning { places[beginning] = place }
            }
        }
        return places[beginning]
    }

    /// Whether the element that comes next is the one at `place`, and that has not come again yet.
    private func comes(_ place: Int, at scanner: inout JSONScanner, by key: FingerprintKey) throws(SnapshotError)
        -> Bool
    {
        let element = last[place]
        guard element.count > 0, !isTaken[place] else { return false }
        let bytes = try scanner.prefix(element.count)
        return bytes.count == element.count && key.fingerprint(of: bytes) == element.fingerprint
    }
}

// MARK: Behind a snapshot

extension ElementMemory {
    /// What a snapshot changed.
    struct Change {
        /// What elements said that have not come again.
        let dropped: [Value]
        /// What those say that had not been there.
        let added: [Value]
    }

    /// Makes the snapshot that has been read the last one.
    mutating func keep() -> Change {
        let dropped = last.indices.filter { !isTaken[$0] }.map { last[$0].value }
        let added = fresh.map { current[$0].value }
        last = current
        discard()
        return Change(dropped: dropped, added: added)
    }

    /// Forgets the snapshot that could not be read.
    mutating func discard() {
        isTaken = [Bool](repeating: false, count: last.count)
        (expected, strays) = (0, 0)
        current = []
        current.reserveCapacity(last.count)
        fresh = []
        places = [:]
    }
}
