import RouteModel

/// Which hosts are a line of the table and which need a server block: what nginx pays for each decides.
///
/// Measured at 3,000 services: `nginx -t` takes 10 ms where each is a line with an address, 35 ms where each is a line
/// with an upstream, 107 ms where each has a server block. A client of any host sees no difference.
struct Layout {
    /// Up to so many upstreams a table may name some: `proxy_pass` with a variable searches them all at every request,
    /// at 4 ns each.
    static let mostUpstreamsBehindTable = 3_000

    /// The hosts `*.…` that have a server block.
    private var wildcards: Set<Hostname> = []
    /// Whether the table may name upstreams.
    private let tableNamesUpstreams: Bool
    /// Whether there is a table at all: what answers unknown hosts may need the default server for itself.
    let hasTable: Bool
    /// Whether one address needs an upstream too: nginx keeps idle connections to the peers of upstreams alone.
    let poolsSinglePeers: Bool
    /// How many upstreams all hosts together have, at most.
    let upstreamCount: Int

    init(of table: RoutingTable, with options: ProxyOptions) {
        let poolsSinglePeers = options.keepalive > 0
        self.poolsSinglePeers = poolsSinglePeers
        hasTable = table.fallback.map { isPlain($0.routes) } ?? true
        var counts = Counts()
        for host in table.hosts { counts.add(host.routes, poolsSinglePeers) }
        tableNamesUpstreams = hasTable && counts.needed <= Self.mostUpstreamsBehindTable
        if let fallback = table.fallback { counts.add(fallback.routes, poolsSinglePeers) }
        upstreamCount = counts.upstreams
        for host in table.hosts.filter(\.name.isWildcard).sorted(by: isBroader) where needsServer(host) {
            wildcards.insert(host.name)
        }
    }

    /// Whether all hosts have the same layout when `newer` stands in the place of `host`, which has the same name.
    func isSame(with newer: VirtualHost, for host: VirtualHost) -> Bool {
        var (before, after) = (Counts(), Counts())
        before.add(host.routes, poolsSinglePeers)
        after.add(newer.routes, poolsSinglePeers)
        return before == after && needsServer(host) == needsServer(newer)
    }

    /// Whether a host has a server block of its own.
    func needsServer(_ host: VirtualHost) -> Bool {
        if host.redirect != nil, host.routes.isEmpty { return isCovered(host.name, by: wildcards) }
        guard hasTable, isPlain(host.routes) else { return true }
        guard tableNamesUpstreams || !needsUpstream(host.routes[0], poolsSinglePeers) else { return true }
        return isCovered(host.name, by: wildcards)
    }
}

/// Broad wildcards come before the narrower names below them: those are longer.
private func isBroader(_ a: VirtualHost, _ b: VirtualHost) -> Bool {
    (a.name.text.utf8.count, a.name) < (b.name.text.utf8.count, b.name)
}

/// How many upstreams some hosts have.
private struct Counts: Equatable {
    /// Upstreams that are needed even where hosts can be lines of the table.
    var needed = 0
    var upstreams = 0

    mutating func add(_ routes: [Route], _ poolsSinglePeers: Bool) {
        let isPlain = isPlain(routes)
        for route in routes where route.peerCount != nil {
            upstreams += 1
            if !isPlain || needsUpstream(route, poolsSinglePeers) { needed += 1 }
        }
    }
}

/// Whether the only route of a host needs an upstream: an address alone can stand in the table itself.
private func needsUpstream(_ route: Route, _ poolsSinglePeers: Bool) -> Bool {
    route.peerCount.map { $0 > 1 || poolsSinglePeers } ?? false
}

/// Whether nginx would take one of `wildcards` for `name`, since it looks there before it looks for `name` elsewhere.
func isCovered(_ name: Hostname, by wildcards: Set<Hostname>) -> Bool {
    !wildcards.isEmpty && name.wildcardsAbove.contains { wildcards.contains($0) }
}

/// Whether the routes are one pool of peers for all paths and nothing else.
func isPlain(_ routes: [Route]) -> Bool {
    guard routes.count == 1, routes[0].path.isRoot else { return false }
    guard case .forward(let forward) = routes[0].action else { return true }
    return forward.strippedPath == nil && !forward.allowsUpgrade && forward.backend == .http && forward.limits.isEmpty
}

extension Route {
    /// How many peers the pool has that its requests go to; `nil` if there is no pool.
    fileprivate var peerCount: Int? {
        if case .forward(let forward) = action, case .upstream(let pool) = forward.target {
            pool.peers.count
        } else {
            nil
        }
    }
}
