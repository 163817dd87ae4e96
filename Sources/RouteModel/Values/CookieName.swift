/// The name of a cookie: a token of RFC 6265 (section 4.1.1), 64 bytes at most.
public struct CookieName: Hashable, Sendable {
    /// The name; ASCII only. Browsers tell its case apart.
    public let text: String

    /// `nil` for anything else: `sid=1; Path=/` would be a cookie with attributes.
    public init?(_ text: some Collection<UInt8>) {
        guard (1...64).contains(text.count) else { return nil }
        guard text.allSatisfy({ isLetterOrDigit($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }) else { return nil }
        self.text = String(decoding: text, as: UTF8.self)
    }
}

extension CookieName: Comparable {
    /// Byte order.
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}
