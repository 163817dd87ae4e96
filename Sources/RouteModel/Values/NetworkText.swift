/// An IP address or a range of them (`10.0.0.0/8`), as nginx takes them where it compares addresses.
public struct NetworkText: Hashable, Sendable {
    /// ASCII; a range begins with its first address, whichever of it the operator wrote.
    public let text: String

    /// `nil` for anything else.
    public init?(checking text: String) {
        let bytes = Array(text.utf8)
        if let range = Subnet(bytes) {
            self.text = range.text
        } else if IPAddress(anyAddress: bytes) != nil {
            self.text = text
        } else {
            return nil
        }
    }
}
