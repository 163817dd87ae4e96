/// A range of addresses, as `10.0.9.0/24`.
struct Subnet: Hashable, Sendable {
    private let address: IPAddress
    private let length: Int

    /// `nil` for what is no address with the length of a prefix.
    init?(_ text: some Collection<UInt8>) {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")),
            let address = IPAddress(anyAddress: text[..<slash]),
            let length = decimal(text[text.index(after: slash)...], digits: 1...3), length <= address.bitCount
        else { return nil }
        self.address = address
        self.length = length
    }

    /// The range as nginx wants it: bits behind the prefix, at which it warns, are 0.
    var text: String { "\(address.masked(to: length))/\(length)" }

    /// Whether `other` lies in the range.
    func contains(_ other: IPAddress) -> Bool {
        switch (address, other) {
        case (.v4(let a), .v4(let b)): length == 0 || (a ^ b) >> (32 - UInt32(length)) == 0
        case (.v6(let a, let c), .v6(let b, let d)):
            if length == 0 {
                true
            } else if length <= 64 {
                (a ^ b) >> (64 - UInt64(length)) == 0
            } else {
                a == b && (c ^ d) >> (128 - UInt64(length)) == 0
            }
        default: false
        }
    }
}
