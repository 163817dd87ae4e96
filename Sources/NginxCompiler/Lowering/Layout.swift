import RouteModel

/// Which hosts are a line of the table and which need a server block: what nginx pays for each decides.
///
/// Measured at 3,000 services: `nginx -t` takes 10 ms where each is a line with an address, 35 ms where each is a line
/// with an upstream, 107 ms where each has a server block. A client sees no difference.
struct Layout {
    /// Up to so many upstreams a table may name some: `proxy_pass` with a variable searches them all at every request,
    /// at 4 ns each.
    static let mostUpstreamsBehindTable = 3_000

    private let servers: Set<Hostname>
    /// Whether there is a table at all: what answers unknown hosts may need the default server for itself.
    let hasTable: Bool
    /// Whether one address needs an upstream too: nginx keeps idle connections to the peers of upstreams alone.
    let poolsSinglePeers: Bool
    /// How many upstreams and peers all hosts together have, at most.
    let upstreamCount: Int
    let peerCount: Int

    init(of table: RoutingTable, with options: ProxyOptions) {
        let poolsSinglePeers = options.keepalive > 0
        self.poolsSinglePeers = poolsSinglePeers
        func upstreamsNeeded(by host: VirtualHost) -> Int { host.upstreamsNeeded(poolsSinglePeers: poolsSinglePeers) }
        hasTable = table.fallback.map { isPlain($0.routes) } ?? true
        let tableFits =
            hasTable && table.hosts.reduce(0) { $0 + upstreamsNeeded(by: $1) } <= Self.mostUpstreamsBehindTable
        var servers: Set<Hostname> = []
        var wildcards: Set<String> = []
        // A broad wildcard comes before the narrower names below it: those are longer.
        let byLength = table.hosts.sorted { ($0.name.text.utf8.count, $0.name) < ($1.name.text.utf8.count, $1.name) }
        for host in byLength {
            let isLine = isPlain(host.routes) && (tableFits || (hasTable && upstreamsNeeded(by: host) == 0))
            let isSent = host.redirect != nil && host.routes.isEmpty
            guard !(isLine || isSent) || isCovered(host.name, by: wildcards) else { continue }
            servers.insert(host.name)
            if host.name.isWildcard, host.redirect == nil { wildcards.insert(host.name.text) }
        }
        self.servers = servers
        let pools = table.hosts.flatMap(\.routes).compactMap(\.pool) + (table.fallback?.routes.compactMap(\.pool) ?? [])
        upstreamCount = pools.count
        peerCount = pools.reduce(0) { $0 + $1.peers.count }
    }

    /// Whether a host has a server block of its own.
    func needsServer(_ host: VirtualHost) -> Bool { servers.contains(host.name) }
}

/// Whether nginx would find a server block with a wildcard for `name` before it looks at the table.
private func isCovered(_ name: Hostname, by wildcards: Set<String>) -> Bool {
    guard !wildcards.isEmpty else { return false }
    var rest = name.text[...].utf8
    while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
        rest = rest[rest.index(after: dot)...]
        let wildcard = "*." + (String(rest) ?? "")
        if wildcard != name.text, wildcards.contains(wildcard) { return true }
    }
    return false
}

/// Whether the routes are one pool of peers for all paths and nothing else.
func isPlain(_ routes: [Route]) -> Bool {
    guard routes.count == 1, routes[0].path.isRoot else { return false }
    guard case .forward(let forward) = routes[0].action else { return true }
    return forward.strippedPath == nil && !forward.allowsUpgrade && forward.backend == .http && forward.limits.isEmpty
}

extension Route {
    /// The pool that its requests go to, if any.
    fileprivate var pool: Upstream? {
        if case .forward(let forward) = action, case .upstream(let pool) = forward.target { pool } else { nil }
    }
}

extension VirtualHost {
    /// How many upstreams it needs even where it can be a line of the table.
    fileprivate func upstreamsNeeded(poolsSinglePeers: Bool) -> Int {
        let pools = routes.compactMap(\.pool)
        return isPlain(routes) && !poolsSinglePeers ? pools.count { $0.peers.count > 1 } : pools.count
    }
}
