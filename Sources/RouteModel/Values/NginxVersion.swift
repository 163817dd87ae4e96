/// A version of nginx to write for, by its numbers.
public struct NginxVersion: Hashable, Sendable {
    private let numbers: [Int]

    /// What Debian 12 ships.
    public static let usual = NginxVersion(1, 22, 1)
    /// The first that everything in the built-in template suits.
    static let oldest = NginxVersion(1, 14, 0)

    /// The version MAJOR.MINOR.PATCH.
    public init(_ major: Int, _ minor: Int, _ patch: Int) { numbers = [major, minor, patch] }

    /// Reads `1.22` or `1.22.1`; `nil` for anything else.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { Array($0) }
        guard (2...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard (1...4).contains(part.count), part.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
            else {
                return nil
            }
            numbers.append(part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        }
        self.numbers = numbers + (numbers.count == 2 ? [0] : [])
    }

    /// Whether it can find out who gets a gRPC request when that comes; before, it has to know when it starts.
    public var takesVariablesForGRPC: Bool { self >= NginxVersion(1, 17, 8) }
}

extension NginxVersion: Comparable {
    /// An older one comes first.
    public static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
}
