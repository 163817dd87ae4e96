/// A length of time as Go writes it (`3s`, `1m30s`, `1.5h`), as Interlock's core reads its settings.
public struct TimeSpan: Hashable, Sendable {
    /// In nanoseconds, as the Docker API counts.
    public let nanoseconds: Int64

    init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    init(seconds: Int64) { self.init(nanoseconds: seconds * 1_000_000_000) }

    private static let units: [(name: String, nanoseconds: Double)] = [
        ("ns", 1), ("us", 1e3), ("µs", 1e3), ("μs", 1e3), ("ms", 1e6), ("s", 1e9), ("m", 60e9), ("h", 3600e9),
    ]

    /// Reads numbers with units one behind the other; `0` needs none. `nil` for anything else, for negative times
    /// and for more than a century.
    public init?(checking text: String) {
        var rest = Array(text.utf8)[...]
        guard !rest.isEmpty else { return nil }
        if rest.elementsEqual("0".utf8) { self.init(seconds: 0); return }
        var sum = 0.0
        while !rest.isEmpty {
            let number = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".") }
            rest = rest.dropFirst(number.count)
            let unit = rest.prefix { !($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".")) }
            rest = rest.dropFirst(unit.count)
            guard let value = Double(String(decoding: number, as: UTF8.self)),
                let factor = Self.units.first(where: { $0.name.utf8.elementsEqual(unit) })
            else { return nil }
            sum += value * factor.nanoseconds
        }
        guard sum < 100 * 366 * 86400e9 else { return nil }
        self.init(nanoseconds: Int64(sum))
    }
}

extension TimeSpan: CustomStringConvertible {
    /// In the largest unit that leaves no fraction.
    public var description: String {
        let units: [(name: String, size: Int64)] = [("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1000)]
        for unit in units where nanoseconds % unit.size == 0 { return "\(nanoseconds / unit.size)\(unit.name)" }
        return "\(nanoseconds)ns"
    }
}
