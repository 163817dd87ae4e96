import Testing

@testable import RouteModel

/// Tenants can make thousands of pools that differ little; as keys they must be told apart at once.
struct UpstreamHashTests {
    private func pool(_ addresses: [IPAddress], port: Int = 80, tolerance: FailureTolerance? = nil) throws -> Upstream {
        let port = try #require(Port(port))
        return Upstream(
            peers: addresses.map { Peer(address: $0, port: port, tolerance: tolerance) }, affinity: nil)
    }

    private func expectDifferentHashes(_ pools: [Upstream]) {
        #expect(Set(pools.map(\.hashValue)).count == pools.count)
    }

    @Test func poolsThatDifferInOnePeerHaveOtherHashes() throws {
        expectDifferentHashes(
            try (0..<4_000).map { try pool([.v4(1), .v4(1 << 16 + UInt32($0)), .v4(UInt32.max)]) })
        expectDifferentHashes(
            try (0..<4_000).map { try pool([.v6(1, 2), .v6(3, UInt64($0)), .v6(UInt64.max, 0)]) })
        expectDifferentHashes(try (0..<4_000).map { try pool([.v6(UInt64($0), 2), .v6(UInt64.max, 0)]) })
    }

    @Test func poolsOfOneAddressHaveOtherHashes() throws {
        expectDifferentHashes(try (1...4_000).map { try pool([.v4(1)], port: $0) })
        expectDifferentHashes(
            try (0..<4_000).map {
                try pool([.v4(1), .v4(2)], tolerance: FailureTolerance(maxFails: $0, failTimeout: nil))
            })
        expectDifferentHashes(
            try (0..<4_000).map { number in
                let cookie = try #require(CookieName(Array("c\(number)".utf8)[...]))
                return Upstream(peers: try pool([.v4(1)]).peers, affinity: .cookie(cookie))
            })
    }

    @Test func equalPoolsHaveOneHash() throws {
        #expect(try pool([.v4(7), .v4(9)]).hashValue == pool([.v4(7), .v4(9)]).hashValue)
    }
}
