/// The name under which Docker's resolver knows the addresses of a service's tasks: `tasks.NAME`.
public struct ServiceDomain: Hashable, Sendable {
    /// The whole name; ASCII only.
    public let text: String

    /// `nil` for a service whose name is no name in DNS.
    init?(ofService name: ByteString) {
        guard let name = Hostname(name.bytes), !name.isWildcard, name.text.utf8.count <= 240 else { return nil }
        text = "tasks." + name.text
    }
}
