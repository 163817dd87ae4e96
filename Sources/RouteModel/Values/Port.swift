/// A TCP port that a peer can listen on: 1...65535.
public struct Port: Hashable, Sendable {
    /// The port's number.
    public let number: Int

    /// `nil` for a number that is no port.
    public init?(_ number: Int) {
        guard (1...65535).contains(number) else { return nil }
        self.number = number
    }

    /// Reads decimal digits without a sign, a blank or a leading zero.
    init?(_ text: some Collection<UInt8>) {
        guard let number = decimal(text, digits: 1...5) else { return nil }
        self.init(number)
    }
}
