/// The first 16 bytes of a text as one number, so that whoever sorts looks at most texts themselves no more.
///
/// Numbers that differ are in the byte order of their texts; of texts with the same number the rest decides, or which is
/// longer. To sort 3,000 services and their 6,700 hosts by texts alone took 5 % of the main thread's time.
struct LeadingBytes: Comparable, Sendable {
    private let number: UInt128

    init(_ text: some Sequence<UInt8>) {
        var number: UInt128 = 0
        // A shorter text ends in zeros, which come before whatever a longer one has there.
        var shift: UInt128 = 128
        for byte in text.prefix(16) {
            shift -= 8
            number |= UInt128(byte) << shift
        }
        self.number = number
    }

    static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
