import Testing

@testable import NginxCompiler
@testable import RouteModel

/// Which hosts have one upstream, and when others may stand in the place of its peers.
@Suite struct SharedPoolsTests {
    /// Peers at these addresses, which all begin with `10.0.0.`.
    private static func pool(_ last: Int...) throws -> Upstream {
        let peers = try last.map { number in
            Peer(address: try #require(IPAddress("10.0.0.\(number)".utf8)), port: try #require(Port(80)))
        }
        return Upstream(peers: peers, affinity: nil)
    }

    private static func host(_ name: String) throws -> Hostname { try #require(Hostname("\(name).example".utf8)) }

    /// `pools` of the hosts a, b, c …, one each.
    private static func shared(_ pools: Upstream...) throws -> SharedPools {
        var shared = SharedPools()
        let hosts = try ["a", "b", "c", "d", "e"].map { try host($0) }
        for (number, pool) in pools.enumerated() {
            shared.add(pool, of: number, number + 7) { host, route in
                #expect(route == host + 7, "the route is that of the first host")
                return (hosts[host], .root)
            }
        }
        return shared
    }

    /// Whether hosts have `pool` in common, and `host` writes it.
    private static func use(of pool: Upstream, by host: String, in pools: SharedPools) throws -> SharedPools.Use? {
        pools.use(of: pool, by: try Self.host(host))
    }

    @Test func firstHostWritesWhatSeveralHave() throws {
        let (pair, other) = (try Self.pool(1, 2), try Self.pool(3, 4))
        let pools = try Self.shared(pair, other, pair, pair)
        #expect(pools.saved == 2 && pools.names.count == 1)
        let use = try #require(try Self.use(of: pair, by: "a", in: pools))
        #expect(use.isOwner && use.name.hasSuffix("-a.example") && pools.names == [use.name])
        #expect(try Self.use(of: pair, by: "d", in: pools) == SharedPools.Use(name: use.name, isOwner: false))
        #expect(pools.use(of: pair, by: nil)?.isOwner == false)
        #expect(try Self.use(of: other, by: "b", in: pools) == nil)
    }

    @Test func poolsOfOneFirstPeerAreToldApart() throws {
        let pools = [try Self.pool(1, 2), try Self.pool(1, 3), try Self.pool(1)]
        let shared = try Self.shared(pools[0], pools[1], pools[2], pools[1], pools[0])
        #expect(try Self.use(of: pools[0], by: "a", in: shared)?.isOwner == true)
        #expect(try Self.use(of: pools[1], by: "b", in: shared)?.isOwner == true)
        #expect(try Self.use(of: pools[2], by: "c", in: shared) == nil)
        #expect(shared.saved == 2)
    }

    @Test func allHostsChangeTogether() throws {
        let (old, new, other) = (try Self.pool(1, 2), try Self.pool(1, 5), try Self.pool(1, 4))
        let before = try Self.shared(old, other, old)
        let use = try #require(try Self.use(of: old, by: "a", in: before))
        var together = before
        var replaced = together.replace([(old: old, new: new), (old: old, new: new)])
        #expect(replaced)
        #expect(try Self.use(of: new, by: "a", in: together) == use)
        #expect(try Self.use(of: old, by: "a", in: together) == nil)
        // And back again, with the other one changed beside them.
        let another = try Self.pool(7, 8)
        replaced = together.replace([(old: new, new: old), (old: other, new: another), (old: new, new: old)])
        #expect(replaced)
        #expect(try Self.use(of: old, by: "a", in: together) == use)
        // One whose peers stay says nothing of the others.
        replaced = together.replace([(old: old, new: old)])
        #expect(replaced)
    }

    @Test func othersAreNotReplaced() throws {
        let (old, new, other) = (try Self.pool(1, 2), try Self.pool(1, 5), try Self.pool(1, 4))
        let before = try Self.shared(old, other, old)
        let refused: [[(old: Upstream, new: Upstream)]] = [
            // One of two, or each to another.
            [(old, new)], [(old, new), (old, try Self.pool(6, 7))], [(old, new), (old, old)],
            // To what another host has, or will have.
            [(old, other), (old, other)], [(other, old)], [(old, new), (old, new), (other, new)],
            // What nobody has.
            [(new, old)],
        ]
        for changes in refused {
            var pools = before
            let isReplaced = pools.replace(changes)
            #expect(!isReplaced, "\(changes)")
        }
    }
}
