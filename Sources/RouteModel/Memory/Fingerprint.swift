/// What stands for the bytes of an element of the input: equal bytes have equal fingerprints, and others of the same
/// count have the same one with a chance of 2^-64 at most, whoever chose them.
struct Fingerprint: Hashable {
    fileprivate let high: UInt64
    fileprivate let low: UInt64
}

/// The secret that fingerprints are taken with; one for the life of a memory.
///
/// The hash is NH (Black, Halevi, Krawczyk, Krovetz, Rogaway: "UMAC", Crypto '99), whose chance of a collision is proven
/// for a key that nobody knows. It takes 10 GB/s where comparing with the last input would read that from main memory
/// too, and a memory keeps 16 bytes of an element instead of 3,000.
struct FingerprintKey {
    /// The most bytes that an element may have: as many as the key. A service or task has 3 to 4 kB.
    static let longest = 32 << 10

    /// How many of an element's first bytes tell which one it is: those of `{"ID":"`, the ID and a few more.
    static let beginning = 40

    private let words: [UInt64]

    /// A key that follows from the seed of this process's hashes.
    init() {
        words = (0..<Self.longest / 8).map { index in
            var hasher = Hasher()
            hasher.combine(index)
            return UInt64(bitPattern: Int64(hasher.finalize()))
        }
    }

    /// The fingerprint of `bytes`, of which there may be `longest`.
    func fingerprint(of bytes: UnsafeBufferPointer<UInt8>) -> Fingerprint {
        precondition(bytes.count <= Self.longest, "an element is longer than the key of its fingerprint")
        return words.withUnsafeBufferPointer { key in
            let wholePairs = bytes.count / 16
            var sum = Self.sum(ofPairs: wholePairs, at: UnsafeRawPointer(bytes.baseAddress), key)
            let rest = bytes[(wholePairs * 16)...]
            if !rest.isEmpty {
                sum &+= Self.product(Self.word(rest.prefix(8)), Self.word(rest.dropFirst(8)), key, 2 * wholePairs)
            }
            return Fingerprint(high: UInt64(truncatingIfNeeded: sum >> 64), low: UInt64(truncatingIfNeeded: sum))
        }
    }

    /// The fingerprint of the first of `bytes`.
    func fingerprint(ofBeginning bytes: UnsafeBufferPointer<UInt8>) -> Fingerprint {
        fingerprint(of: UnsafeBufferPointer(rebasing: bytes.prefix(Self.beginning)))
    }

    private static func sum(ofPairs count: Int, at start: UnsafeRawPointer?, _ key: UnsafeBufferPointer<UInt64>)
        -> UInt128
    {
        var sum: UInt128 = 0
        guard let start else { return sum }
        for pair in 0..<count {
            let first = start.loadUnaligned(fromByteOffset: 16 * pair, as: UInt64.self)
            let second = start.loadUnaligned(fromByteOffset: 16 * pair + 8, as: UInt64.self)
            sum &+= product(first, second, key, 2 * pair)
        }
        return sum
    }

    @inline(__always)
    private static func product(
        _ first: UInt64, _ second: UInt64, _ key: UnsafeBufferPointer<UInt64>, _ index: Int
    ) -> UInt128 {
        UInt128(first &+ key[index]) &* UInt128(second &+ key[index + 1])
    }

    /// Up to eight bytes as a number; which order they count in makes no difference, since no fingerprint leaves the
    /// process.
    private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
