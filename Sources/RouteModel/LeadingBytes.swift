/// The first 16 bytes of a text as one number, so that whoever sorts looks at most texts themselves no more.
///
/// Numbers that differ are in the byte order of their texts; of texts with the same number the rest decides, or which is
/// longer. To sort 3,000 services and their 6,700 hosts by texts alone took 5 % of the main thread's time.
struct LeadingBytes: Comparable, Sendable {
    private let number: UInt128

    init(_ text: some Sequence<UInt8>) {
        number =
            text.withContiguousStorageIfAvailable(Self.number)
            ?? Array(text.prefix(16)).withUnsafeBufferPointer(Self.number)
    }

    private static func number(of text: UnsafeBufferPointer<UInt8>) -> UInt128 {
        if text.count >= 16 { return UInt128(bigEndian: UnsafeRawBufferPointer(text).loadUnaligned(as: UInt128.self)) }
        // A shorter text ends in zeros, which come before whatever a longer one has there.
        var number: UInt128 = 0
        for byte in text { number = number << 8 | UInt128(byte) }
        return text.isEmpty ? 0 : number << (128 - 8 * UInt128(text.count))
    }

    static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
