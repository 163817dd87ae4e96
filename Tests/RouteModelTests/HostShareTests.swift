import Testing

@testable import RouteModel

@Suite struct HostShareTests {
    private func host(_ name: String, paths: [String: Int]) throws -> VirtualHost {
        let routes = try paths.map { path, peers in
            let pool = try (0..<peers).map { number in
                Peer(address: .v4(UInt32(number)), port: try #require(Port(80)))
            }
            let forward = Forward(
                target: .upstream(Upstream(peers: pool, affinity: nil)), strippedPath: nil, allowsUpgrade: false,
                backend: .http, limits: Limits())
            return Route(path: try #require(PathPrefix(path.utf8)), action: .forward(forward))
        }
        return VirtualHost(
            name: try #require(Hostname(Array(name.utf8))), routes: routes, redirect: nil, certificate: nil)
    }

    @Test func thoseWithMostComeFirst() throws {
        var table = RoutingTable(cluster: "default")
        table.hosts = [
            try host("a.example", paths: ["/": 1]), try host("b.example", paths: ["/": 9]),
            try host("c.example", paths: ["/": 1, "/x": 1, "/y": 1]), try host("d.example", paths: ["/": 1]),
        ]
        let largest = table.largestHosts(3)
        #expect(largest.map(\.host.text) == ["c.example", "b.example", "a.example"])
        #expect(largest.map(\.peers) == [3, 9, 1] && largest.map(\.paths) == [3, 1, 1])
        #expect(table.largestHosts(9).count == 4)
    }
}
