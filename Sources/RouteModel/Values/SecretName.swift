/// The name of a Swarm secret, by Docker's own rule: 1 to 64 bytes of letters, digits and `.`, `-`, `_` within.
///
/// Where it is mounted is decided by the compiler, so that no name leaves the folder of secrets (`../x`) or means
/// something else to nginx than a file (`data:`, `engine:`).
public struct SecretName: Hashable, Sendable {
    /// The name; ASCII only.
    public let text: String

    /// `nil` for anything that Docker would not have as a name.
    public init?(_ text: some BidirectionalCollection<UInt8>) {
        guard (1...64).contains(text.count), let first = text.first, let last = text.last,
            isLetterOrDigit(first), isLetterOrDigit(last),
            text.allSatisfy({ isLetterOrDigit($0) || ".-_".utf8.contains($0) })
        else { return nil }
        self.text = String(decoding: text, as: UTF8.self)
    }
}

extension SecretName: Comparable {
    /// Byte order.
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
