/// What stands for the bytes of an element of the input: equal bytes have equal fingerprints, and others of the same
/// count have the same one with a chance of 2^-64 at most, whoever chose them.
struct Fingerprint: Hashable {
    fileprivate let high: UInt64
    fileprivate let low: UInt64
}

/// The secret that fingerprints are taken with; one for the life of a memory, or of the process.
///
/// The hash is NH (Black, Halevi, Krawczyk, Krovetz, Rogaway: "UMAC", Crypto '99), whose chance of a collision is proven
/// for a key that nobody knows. It takes 10 GB/s where comparing with the last input would read that from main memory
/// too, and a memory keeps 16 bytes of an element instead of 3,000.
struct FingerprintKey {
    /// The most bytes that an element may have: as many as its key. A service or task has 3 to 4 kB.
    static let longest = 32 << 10

    /// One for whatever is looked for while a snapshot is read. It has 8 KiB, as making each word takes 20 ns.
    static let ofProcess = FingerprintKey(for: 8 << 10)

    /// How many of an element's first bytes tell which one it is: those of `{"ID":"`, the ID and a few more.
    static let beginning = 40

    private let words: [UInt64]
    /// What hashes are made with.
    private let multiplier: UInt128

    /// The most bytes that it makes a fingerprint of.
    var capacity: Int { 8 * words.count }

    /// A key for up to `count` bytes, of which 16 are a step, that follows from the seed of this process's hashes.
    init(for count: Int = longest) {
        words = (0..<count / 8).map { Self.word($0) }
        multiplier = UInt128(Self.word(-1)) << 64 | UInt128(Self.word(-2)) | 1
    }

    private static func word(_ index: Int) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(index)
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }

    /// A number by whose highest bits `bytes`, of which there may be `capacity`, are placed in a table of a power of two:
    /// of n places others have the same with a chance of 2/n at most, whoever chose them (Dietzfelbinger, Hagerup,
    /// Katajainen, Penttonen: "A Reliable Randomized Algorithm for the Closest-Pair Problem", J. Algorithms 25, 1997).
    @inline(__always)
    func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let fingerprint = fingerprint(of: bytes)
        let number = (UInt128(fingerprint.high) << 64 | UInt128(fingerprint.low)) &+ UInt128(bytes.count)
        return UInt32(truncatingIfNeeded: (number &* multiplier) >> 96)
    }

    /// The fingerprint of `bytes`, of which there may be `capacity`.
    @inline(__always)
    func fingerprint(of bytes: UnsafeBufferPointer<UInt8>) -> Fingerprint {
        precondition(bytes.count <= capacity, "an element is longer than the key of its fingerprint")
        return words.withUnsafeBufferPointer { key in
            let wholePairs = bytes.count / 16
            var sum = Self.sum(ofPairs: wholePairs, at: UnsafeRawPointer(bytes.baseAddress), key)
            if bytes.count > 16 * wholePairs { sum &+= Self.product(ofLast: bytes, key, 2 * wholePairs) }
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

    /// Of the last 16 bytes, some of which the pair before has too; or of fewer, if there are no more.
    @inline(__always)
    private static func product(
        ofLast bytes: UnsafeBufferPointer<UInt8>, _ key: UnsafeBufferPointer<UInt64>, _ index: Int
    ) -> UInt128 {
        guard bytes.count >= 16, let start = UnsafeRawPointer(bytes.baseAddress) else {
            return product(number(bytes.prefix(8)), number(bytes.dropFirst(8)), key, index)
        }
        let first = start.loadUnaligned(fromByteOffset: bytes.count - 16, as: UInt64.self)
        let second = start.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        return product(first, second, key, index)
    }

    /// Up to eight bytes as a number; which order they count in makes no difference, since no fingerprint leaves the
    /// process.
    private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
