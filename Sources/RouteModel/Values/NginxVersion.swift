/// A version of nginx to write for, and what it can do: nginx-language.md's table of first versions, from the change log.
public struct NginxVersion: Hashable, Sendable {
    private let numbers: [Int]

    /// What Debian 12 ships.
    public static let usual = NginxVersion(1, 22, 1)
    /// The first that everything in the built-in template suits.
    public static let oldest = NginxVersion(1, 14, 0)

    private init(_ major: Int, _ minor: Int, _ patch: Int) { numbers = [major, minor, patch] }

    /// Reads `1.22` or `1.22.1`; `nil` for anything else.
    public init?(_ text: String) {
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

    /// Variables in `grpc_pass`.
    public var takesVariablesForGRPC: Bool { self >= NginxVersion(1, 17, 8) }
    /// `ssl_reject_handshake`
    public var canRejectHandshakes: Bool { self >= NginxVersion(1, 19, 4) }
    /// `http2 on`; before, `http2` stands in `listen`.
    public var hasHTTP2Directive: Bool { self >= NginxVersion(1, 25, 1) }
    /// `keepalive_min_timeout`, with which a reload closes no connection under a client's next request.
    public var hasKeepaliveMinTimeout: Bool { self >= NginxVersion(1, 27, 4) }
    /// Connections to peers are kept unless the file says otherwise.
    public var keepsPeersByDefault: Bool { self >= NginxVersion(1, 29, 7) }
}

extension NginxVersion: Comparable {
    /// An older one comes first.
    public static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
}
