/// Text from outside, byte for byte: a service's name, a label's value.
///
/// Swift's `String` compares by canonical equivalence and cuts by `Character`, so that a combining mark
/// hides a `;`. This type has neither: equality, order and hash are those of the bytes.
public struct ByteString: Hashable, Sendable {
    /// The bytes as they came: UTF-8 when they came through JSON, and nothing else is promised.
    public let bytes: [UInt8]

    /// Holds `bytes` as they are.
    public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
}

extension ByteString: Comparable {
    /// Byte order, a prefix first.
    public static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension ByteString: ExpressibleByStringLiteral {
    /// The UTF-8 of `text`.
    public init(stringLiteral text: String) { self.init(text.utf8) }
}
