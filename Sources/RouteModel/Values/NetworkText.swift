/// An IP address or a range of them (`10.0.0.0/8`), as nginx takes them where it compares addresses.
public struct NetworkText: Hashable, Sendable {
    /// As the operator wrote it: ASCII.
    public let text: String

    /// `nil` for anything else.
    public init?(checking text: String) {
        let bytes = Array(text.utf8)
        guard IPAddress(anyAddress: bytes) != nil || Subnet(bytes) != nil else { return nil }
        self.text = text
    }
}
