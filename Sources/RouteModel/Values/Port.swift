/// A TCP port that a peer can listen on: 1...65535.
public struct Port: Hashable, Sendable {
    private let bits: UInt16

    /// The port's number.
    public var number: Int { Int(bits) }

    /// `nil` for a number that is no port.
    public init?(_ number: Int) {
        guard number > 0, let bits = UInt16(exactly: number) else { return nil }
        self.bits = bits
    }

    /// Reads decimal digits without a sign, a blank or a leading zero.
    init?(_ text: some Collection<UInt8>) {
        guard let number = decimal(text, digits: 1...5) else { return nil }
        self.init(number)
    }
}
