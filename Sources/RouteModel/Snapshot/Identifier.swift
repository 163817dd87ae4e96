/// An object's ID in one snapshot, as a small number: equal IDs have equal numbers.
///
/// A Swarm's IDs are 25 bytes and every task repeats those of its service and networks. As numbers they cost four
/// bytes, and joining tasks to services is an array look-up. Numbers follow the order of the input, so nothing may be
/// sorted by them.
public struct Identifier: Hashable, Sendable {
    let index: Int32
}

/// Gives every ID of a snapshot its number.
struct IdentifierPool: Sendable {
    /// All IDs, one behind the other.
    private var bytes: [UInt8] = []
    /// Where each ID ends in `bytes`, by number.
    private var ends: [Int] = []
    /// Numbers by hash, with open addressing; -1 where a place is free. The count is a power of two.
    private var slots = [Int32](repeating: -1, count: 64)

    var count: Int { ends.count }

    /// The bytes that `identifier` stands for.
    func text(of identifier: Identifier) -> ByteString { ByteString(bytes[range(of: Int(identifier.index))]) }

    private func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    /// The number of the ID with these bytes, a new one if it has none yet.
    mutating func identifier(of id: UnsafeBufferPointer<UInt8>) -> Identifier {
        let slot = slot(of: id)
        if slots[slot] >= 0 { return Identifier(index: slots[slot]) }
        let index = Int32(ends.count)
        bytes += id
        ends.append(bytes.count)
        slots[slot] = index
        if 2 * ends.count > slots.count { spread() }
        return Identifier(index: index)
    }

    /// The numbers here of the IDs in `other`, by their numbers there.
    mutating func identifiers(of other: IdentifierPool) -> [Identifier] {
        other.bytes.withUnsafeBufferPointer { bytes in
            other.ends.indices.map { identifier(of: UnsafeBufferPointer(rebasing: bytes[other.range(of: $0)])) }
        }
    }

    /// The place in `slots` that holds this ID, or the free one where it belongs.
    private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
        var slot = place(of: id)
        while slots[slot] >= 0, !hasText(id, at: Int(slots[slot])) { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private func hasText(_ id: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range(of: index)]).hasBytes(of: id) }
    }

    /// The first place where this ID may be. Nobody can choose IDs that share it, since the process has a key of its own.
    /// Swift's hash took 1.5 ms for the look-ups of 300 networks.
    private func place(of id: UnsafeBufferPointer<UInt8>) -> Int {
        let key = FingerprintKey.ofProcess
        guard id.count <= key.capacity else { return hash(ofLong: id) & (slots.count - 1) }
        return (Int(key.hash(of: id)) * slots.count) >> 32
    }

    /// Swift's own hash, which has no bound.
    private func hash(ofLong id: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(id))
        return hasher.finalize()
    }

    private mutating func spread() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for index in ends.indices {
            let free = bytes.withUnsafeBufferPointer { slot(of: UnsafeBufferPointer(rebasing: $0[range(of: index)])) }
            slots[free] = Int32(index)
        }
    }
}
