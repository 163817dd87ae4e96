/// What was read of the elements of one array of the last snapshot, to be found again by their bytes.
///
/// Elements come again in the order of the last time, nearly always: one comparison each. One that does not stand where
/// it is expected is looked for nearby and, when many do not, anywhere. While each element is the same as before or stands
/// in the place of one that is not there any more, what is kept stays where it is, and no reference is counted.
struct ElementMemory<Value> {
    /// What tells an element of the last snapshot.
    private struct Mark {
        /// How many bytes it has; 0 for one that cannot be told by them.
        let count: Int
        let fingerprint: Fingerprint?
        /// The fingerprint of its first bytes, which have its ID.
        let beginning: Fingerprint?

        init(_ bytes: UnsafeBufferPointer<UInt8>?, _ key: FingerprintKey) {
            count = bytes?.count ?? 0
            fingerprint = bytes.map { key.fingerprint(of: $0) }
            beginning = bytes.map { key.fingerprint(ofBeginning: $0) }
        }
    }

    /// Elements in the order of a snapshot.
    private struct Elements {
        var marks: [Mark] = []
        /// What was read of each.
        var values: [Value] = []

        mutating func append(_ mark: Mark, _ value: Value) {
            marks.append(mark)
            values.append(value)
        }
    }

    /// How far behind the expected place an element is looked for first.
    private static var reach: Int { 8 }

    private var last = Elements()
    /// Which of them have come again.
    private var isTaken: [Bool] = []
    /// Where in `last` the element that comes next is expected.
    private var expected = 0
    /// How many elements have come.
    private var position = 0
    /// Those that had to be read, and their places.
    private var fresh: [(place: Int, mark: Mark, value: Value)] = []
    /// All that have come, once one has come again in another place than before.
    private var moved: Elements?
    /// How many have not been found near their place.
    private var strays = 0
    /// Where in `last` the elements are by their beginnings, once there are many strays.
    private var places: [Fingerprint: Int] = [:]

    /// How many elements are kept.
    var count: Int { last.marks.count }
}

// MARK: While a snapshot is read

extension ElementMemory {
    /// Steps over the element that comes next and returns what was read of it, if it was there the last time with the
    /// same bytes and `holds` agrees.
    mutating func recall(
        at scanner: inout JSONScanner, by key: FingerprintKey, where holds: (Value) -> Bool
    ) throws(SnapshotError) -> Value? {
        guard let place = try findNext(at: &scanner, by: key) else { return nil }
        let value = last.values[place]
        guard holds(value) else { return nil }
        take(place, &scanner)
        return value
    }

    /// Steps over the element that comes next, if it was there the last time with the same bytes; nothing of what was read
    /// of it is looked at.
    mutating func passes(at scanner: inout JSONScanner, by key: FingerprintKey) throws(SnapshotError) -> Bool {
        guard let place = try findNext(at: &scanner, by: key) else { return false }
        take(place, &scanner)
        return true
    }

    private mutating func findNext(at scanner: inout JSONScanner, by key: FingerprintKey) throws(SnapshotError) -> Int?
    {
        guard count > 0, try scanner.peek() == UInt8(ascii: "{"), let place = try place(of: &scanner, by: key) else {
            return nil
        }
        expected = place + 1
        return place
    }

    private mutating func take(_ place: Int, _ scanner: inout JSONScanner) {
        isTaken[place] = true
        scanner.place += last.marks[place].count
        if place != position, moved == nil { moved = elementsInPlace() }
        moved?.append(last.marks[place], last.values[place])
        position += 1
    }

    /// What was read of all elements that have come; `nil` if they are those of the last snapshot in the same order.
    var changedValues: [Value]? {
        if let moved { return moved.values }
        return fresh.isEmpty && position == count ? nil : elementsInPlace().values
    }

    /// Keeps what was read of the element that has just ended and began at `start`.
    mutating func remember(
        _ value: Value, from start: JSONScanner.Bookmark, to scanner: borrowing JSONScanner, by key: FingerprintKey
    ) {
        let mark = Mark(scanner.bytes(since: start), key)
        fresh.append((position, mark, value))
        moved?.append(mark, value)
        position += 1
    }

    /// What has come while each element stood where it did before, or in the place of another one.
    private func elementsInPlace() -> Elements {
        var elements = Elements()
        elements.marks.reserveCapacity(count)
        elements.values.reserveCapacity(count)
        elements.marks += last.marks.prefix(position)
        elements.values += last.values.prefix(position)
        replaceFresh(in: &elements)
        return elements
    }

    /// Puts the elements that had to be read where they belong in a list with others in their places, or up to them.
    private func replaceFresh(in elements: inout Elements) {
        for (place, mark, value) in fresh {
            if place < elements.marks.count {
                (elements.marks[place], elements.values[place]) = (mark, value)
            } else {
                elements.append(mark, value)
            }
        }
    }

    /// Where in `last` the element is that comes next.
    private mutating func place(of scanner: inout JSONScanner, by key: FingerprintKey) throws(SnapshotError) -> Int? {
        if expected < count, try comes(expected, at: &scanner, by: key) { return expected }
        let beginning = key.fingerprint(ofBeginning: try scanner.prefix(FingerprintKey.beginning))
        for place in last.marks.indices[expected...].prefix(Self.reach) where last.marks[place].beginning == beginning {
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
            for (place, mark) in last.marks.enumerated() {
                if let beginning = mark.beginning { places[beginning] = place }
            }
        }
        return places[beginning]
    }

    /// Whether the element that comes next is the one at `place`, and that has not come again yet.
    private func comes(_ place: Int, at scanner: inout JSONScanner, by key: FingerprintKey) throws(SnapshotError)
        -> Bool
    {
        let mark = last.marks[place]
        guard mark.count > 0, !isTaken[place] else { return false }
        let bytes = try scanner.prefix(mark.count)
        return bytes.count == mark.count && key.fingerprint(of: bytes) == mark.fingerprint
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
        let dropped = last.marks.indices.filter { !isTaken[$0] }.map { last.values[$0] }
        let added = fresh.map(\.value)
        if let moved {
            last = moved
        } else {
            last.marks.removeLast(max(0, count - position))
            last.values.removeLast(max(0, last.values.count - position))
            replaceFresh(in: &last)
        }
        discard()
        return Change(dropped: dropped, added: added)
    }

    /// Forgets the snapshot that could not be read.
    mutating func discard() {
        isTaken = [Bool](repeating: false, count: count)
        (expected, position, strays) = (0, 0, 0)
        fresh = []
        moved = nil
        places = [:]
    }
}
