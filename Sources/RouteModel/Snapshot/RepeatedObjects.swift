/// Objects that have been read and may stand in the input again, byte for byte: a service's specification in each of its
/// tasks, a network in each of its attachments.
///
/// One that is known is well-formed, ends where it ended and says the same, so it is not walked through again. All are
/// to stand at the same depth. They are known by fingerprints, wherever they stood: the Engine lists tasks by random IDs.
/// At 300 networks that takes a fifth off the reading's processor time; a tenth if the tasks come in random order.
struct RepeatedObjects<Value> {
    private struct Object {
        let fingerprint: Fingerprint
        let hash: UInt32
        let count: Int32
        let value: Value
    }

    /// Where an object begins, and what tells where it is kept.
    struct Beginning {
        fileprivate let bookmark: JSONScanner.Bookmark
        fileprivate let hash: UInt32
    }

    /// What bounds the memory: 130 kB.
    private static var mostPlaces: Int { 4_096 }

    private let key = FingerprintKey.ofProcess
    /// How many of an object's first bytes nearly always tell it from others.
    private let beginning: Int
    /// By hash; of two that belong in one place the last. The count is a power of two.
    private var objects = [Object?](repeating: nil, count: 16)
    /// How many have been kept since there are so many places.
    private var kept = 0

    /// Of objects that their first bytes, `beginning` of them, nearly always tell apart.
    init(toldBy beginning: Int) { self.beginning = beginning }

    /// The beginning of the object that comes next; `nil` if there is none or the window ends with it.
    func beginning(at scanner: inout JSONScanner) throws(SnapshotError) -> Beginning? {
        guard try scanner.peek() == UInt8(ascii: "{"), scanner.window.limit - scanner.place >= beginning else {
            return nil
        }
        let first = UnsafeBufferPointer(start: scanner.place, count: beginning)
        return Beginning(bookmark: scanner.bookmark, hash: key.hash(of: first))
    }

    /// What was kept of the object that comes next, and has this beginning, if it is known.
    /// It ends `count` bytes behind the scanner's place, in the window.
    func recall(_ beginning: Beginning, at scanner: borrowing JSONScanner) -> (value: Value, count: Int)? {
        guard let object = objects[place(of: beginning.hash)], object.hash == beginning.hash else { return nil }
        let count = Int(object.count)
        guard scanner.window.limit - scanner.place >= count else { return nil }
        let bytes = UnsafeBufferPointer(start: scanner.place, count: count)
        return key.fingerprint(of: bytes) == object.fingerprint ? (object.value, count) : nil
    }

    /// Keeps `value` of the object that has just been read, if its bytes can be told by a fingerprint.
    mutating func keep(_ value: Value, from beginning: Beginning, to scanner: borrowing JSONScanner) {
        guard let bytes = scanner.bytes(since: beginning.bookmark), bytes.count <= key.capacity else { return }
        if 2 * kept > objects.count, objects.count < Self.mostPlaces { spread() }
        kept += 1
        objects[place(of: beginning.hash)] = Object(
            fingerprint: key.fingerprint(of: bytes), hash: beginning.hash, count: Int32(bytes.count), value: value)
    }

    private func place(of hash: UInt32) -> Int { (Int(hash) * objects.count) >> 32 }

    private mutating func spread() {
        let known = objects.compactMap { $0 }
        objects = [Object?](repeating: nil, count: 4 * objects.count)
        for object in known { objects[place(of: object.hash)] = object }
        kept = known.count
    }
}
