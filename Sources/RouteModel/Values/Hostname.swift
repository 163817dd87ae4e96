/// A name that a virtual host can have: 1 to 253 bytes of `a-z 0-9 - _ .`, perhaps with `*.` in front.
///
/// The rule (an allow list over bytes for the whole value) keeps out all that nginx takes for more than a name: `~`
/// begins a regular expression, `.a` and `a.*` match other names, `$hostname` is the machine's. Two names that differ
/// in case are one name to nginx, and so a name is held in lower case.
public struct Hostname: Hashable, Sendable {
    /// The name in lower case, without a trailing dot. ASCII only, so comparing it compares bytes.
    public let text: String

    /// The name under which a proxy tells of itself to whoever is inside its container; no service can have it.
    public static let proxyItself = Hostname(checked: "127.0.0.1")

    private init(checked text: String) { self.text = text }

    /// Reads a name in any case, with one trailing dot or none. `nil` if nginx could not match it as a host.
    public init?(_ text: some BidirectionalCollection<UInt8>) {
        var name = text[...]
        if name.last == UInt8(ascii: ".") { name = name.dropLast() }
        guard (1...253).contains(name.count) else { return nil }
        let isWildcard = name.first == UInt8(ascii: "*")
        if isWildcard {
            guard name.dropFirst().first == UInt8(ascii: ".") else { return nil }
            name = name.dropFirst(2)
        }
        guard Self.areLabels(name) else { return nil }
        let folded = Self.folded(name)
        self.text = isWildcard ? "*." + folded : folded
    }

    /// A name in lower case, as nearly all are anyhow.
    private static func folded(_ name: some Collection<UInt8>) -> String {
        let isUpper = { (byte: UInt8) in byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
        guard name.contains(where: isUpper) else { return String(decoding: name, as: UTF8.self) }
        return String(decoding: name.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// Whether the name stands for all names that end in it: `*.a.b` matches `x.a.b` and `y.x.a.b`, not `a.b`.
    public var isWildcard: Bool { text.utf8.first == UInt8(ascii: "*") }

    /// The wildcards that match this name, the narrowest first; a wildcard is not matched by itself.
    public var wildcardsAbove: [Hostname] {
        var wildcards: [Hostname] = []
        var rest = (isWildcard ? text.dropFirst(2) : text[...]).utf8
        while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
            rest = rest[rest.index(after: dot)...]
            wildcards.append(Hostname(checked: "*." + String(Substring(rest))))
        }
        return wildcards
    }

    /// Whether `name` is labels joined by dots: 1 to 63 bytes each, without `-` at either end.
    private static func areLabels(_ name: some Collection<UInt8>) -> Bool {
        var length = 0
        var last: UInt8 = 0
        for byte in name {
            if byte == UInt8(ascii: ".") {
                guard length > 0, last != UInt8(ascii: "-") else { return false }
                length = 0
            } else {
                guard isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || (byte == UInt8(ascii: "-") && length > 0)
                else { return false }
                length += 1
                guard length <= 63 else { return false }
            }
            last = byte
        }
        return length > 0 && last != UInt8(ascii: "-")
    }
}

extension Hostname: Comparable {
    /// Byte order.
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// Whether `byte` is one of `A-Z a-z 0-9`.
func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
    default: false
    }
}
