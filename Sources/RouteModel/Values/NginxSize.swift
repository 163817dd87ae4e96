/// A size as nginx reads it: digits, and perhaps `k`, `m` or `g` in either case. `10MB`, `1.5m` and ` 1m` are none.
public struct NginxSize: Hashable, Sendable {
    /// The size as it is written: ASCII.
    public let text: String

    /// `nil` for what nginx would refuse. Nine digits at most, so that no unit overflows nginx's numbers.
    public init?(checking text: String) {
        let bytes = Array(text.utf8)
        let hasUnit = bytes.last.map { "kKmMgG".utf8.contains($0) } ?? false
        guard decimal(bytes.dropLast(hasUnit ? 1 : 0), digits: 1...9) != nil else { return nil }
        self.text = text
    }

    /// Whether nginx takes the size for a buffer, where it knows no `g`.
    var isBufferSize: Bool { text.utf8.last.map { $0 | 0x20 != UInt8(ascii: "g") } ?? false }

    /// Whether it is no byte at all, in whatever unit.
    var isZero: Bool { !text.utf8.contains { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } }

    /// A size that is known to be right.
    init(_ text: StaticString) { self.text = "\(text)" }
}
