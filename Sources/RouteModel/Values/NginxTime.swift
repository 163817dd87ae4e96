/// A time as nginx reads it where it counts milliseconds: `75s`, `500ms`, `1h30m`; a bare number means seconds.
///
/// Units are `w d h m s ms` in lower case, the largest first and each once. `y` and `M` are refused by nginx there.
public struct NginxTime: Hashable, Sendable {
    /// The time as it is written, without blanks: ASCII.
    public let text: String

    private static let units = ["w", "d", "h", "m", "s", "ms"].map { Array($0.utf8) }

    /// `nil` for what nginx would refuse. Each number has six digits at most, so that none overflows.
    public init?(checking text: String) {
        var rest = Array(text.utf8)[...]
        var unitsLeft = Self.units[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard (1...6).contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            let unit = Array(rest.prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
            rest = rest.dropFirst(unit.count)
            if unit.isEmpty, rest.isEmpty, unitsLeft.contains(Array("s".utf8)) { break }
            guard let index = unitsLeft.firstIndex(of: unit) else { return nil }
            unitsLeft = unitsLeft[(index + 1)...]
        }
        self.text = text
    }

    /// Reads a time for where nginx counts seconds (`fail_timeout`, `valid` of a resolver) and so refuses `ms`.
    public init?(checkingSeconds text: String) {
        self.init(checking: text)
        if text.utf8.suffix(2).elementsEqual("ms".utf8) { return nil }
    }

    /// A time that is known to be right.
    init(_ text: StaticString) { self.text = "\(text)" }
}
