/// An IP address, perhaps with a port; IPv6 in brackets.
public struct SocketText: Hashable, Sendable {
    /// As the operator wrote it: ASCII.
    public let text: String

    /// `nil` for anything else.
    public init?(checking text: String) {
        let bytes = Array(text.utf8)
        let colon = bytes.lastIndex(of: UInt8(ascii: ":"))
        let hasPort = colon.map { Self.isHost(Array(bytes[..<$0])) && Port(bytes[($0 + 1)...]) != nil } ?? false
        guard Self.isHost(bytes) || hasPort else { return nil }
        self.text = text
    }

    /// An address that is known to be right.
    init(_ text: StaticString) { self.text = "\(text)" }

    private static func isHost(_ bytes: [UInt8]) -> Bool {
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
            if case .v6? = IPAddress(anyAddress: bytes.dropFirst().dropLast()) { return true }
            return false
        }
        if case .v4? = IPAddress(anyAddress: bytes) { return true }
        return false
    }
}
