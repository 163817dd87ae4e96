import RouteModel

/// Which hosts are a line of the table alone, which have a server block beside it that they share with hosts of the same
/// needs, and which have one of their own: what nginx pays for each decides.
///
/// Measured at 3,000 services: `nginx -t` takes 10 ms where each is a line with an address, 35 ms where each is a line
/// with an upstream, 107 ms where each has a server block. Where three of four hosts have other limits, endpoints or an
/// affinity, servers that are shared take 84 ms instead of 177 ms. A client of any host sees no difference.
struct Layout {
    /// Up to so many upstreams a table may name some: `proxy_pass` with a variable searches them all at every request,
    /// at 4 ns each.
    static let mostUpstreamsBehindTable = 3_000

    /// The hosts `*.…` that have a server block.
    private var wildcards: Set<Hostname> = []
    /// Whether the table may name upstreams.
    private let tableNamesUpstreams: Bool
    /// Whether the default server asks the table: what answers unknown hosts may need it for itself.
    let hasTable: Bool
    /// How upstreams are written.
    private let pooling: Pooling
    /// How many upstreams all hosts together have, at most.
    let upstreamCount: Int
    /// The upstreams that several hosts have.
    private(set) var pools: SharedPools
    /// The pools of what answers unknown hosts, which may be those of hosts.
    private let fallbackPools: Set<Upstream>

    init(of table: RoutingTable, with options: ProxyOptions) {
        let pooling = Pooling(options)
        self.pooling = pooling
        hasTable = table.fallback.map { isPlain($0.routes) } ?? true
        var (counts, pools) = (Counts(), SharedPools())
        pools.reserve(table.hosts.count)
        for (number, host) in table.hosts.enumerated() {
            counts.add(host, pooling)
            pooling.forEachSharablePool(of: host) { pool, route in
                pools.add(pool, of: number, route) { (table.hosts[$0].name, table.hosts[$0].routes[$1].path) }
            }
        }
        self.pools = pools
        fallbackPools = Set(table.fallback?.routes.compactMap(\.pool) ?? [])
        tableNamesUpstreams = counts.needed - pools.saved <= Self.mostUpstreamsBehindTable
        if let fallback = table.fallback { counts.add(fallback.routes, pooling) }
        upstreamCount = counts.upstreams - pools.saved
        for host in table.hosts.filter(\.name.isWildcard).sorted(by: isBroader) where needsServer(host) {
            wildcards.insert(host.name)
        }
    }

    /// The layout when each `new` stands in the place of `old`, which has the same name; `nil` if hosts would share
    /// upstreams with others than before, or of other names, or one with what answers unknown hosts changes.
    func replacing(_ hosts: [(old: VirtualHost, new: VirtualHost)]) -> Layout? {
        var changes: [(old: Upstream, new: Upstream)] = []
        for (old, new) in hosts {
            let (before, after) = (pooling.sharablePools(of: old), pooling.sharablePools(of: new))
            // A shared upstream is named for the path that it is for first.
            guard before.map(\.path) == after.map(\.path) else { return nil }
            changes += zip(before, after).map { (old: $0.pool, new: $1.pool) }
        }
        guard fallbackPools.isEmpty || !changes.contains(where: concernsFallback) else { return nil }
        var layout = self
        return layout.pools.replace(changes) ? layout : nil
    }

    private func concernsFallback(_ change: (old: Upstream, new: Upstream)) -> Bool {
        change.old != change.new && (fallbackPools.contains(change.old) || fallbackPools.contains(change.new))
    }

    /// The shared upstreams that a host has, in the order of its routes.
    func sharedPools(of host: VirtualHost) -> [SharedPools.Use] {
        pools.names.isEmpty ? [] : pooling.sharablePools(of: host).compactMap { pools.use(of: $0.pool, by: host.name) }
    }

    /// Whether all hosts have the same layout when `newer` stands in the place of `host`, which has the same name.
    func isSame(with newer: VirtualHost, for host: VirtualHost) -> Bool {
        var (before, after) = (Counts(), Counts())
        before.add(host, pooling)
        after.add(newer, pooling)
        return before == after && placement(of: host) == placement(of: newer)
    }

    /// Whether a host has a server block, its own or one that it shares.
    func needsServer(_ host: VirtualHost) -> Bool {
        if host.redirect != nil, host.routes.isEmpty { return isCovered(host.name, by: wildcards) }
        guard hasTable, isPlain(host.routes) else { return true }
        guard mayBeLine(host.routes) else { return true }
        return isCovered(host.name, by: wildcards)
    }

    /// How a host is written.
    ///
    /// It has a server block of its own where paths differ in who gets their requests, one is taken off, nothing answers,
    /// or the table cannot name the upstream.
    func placement(of host: VirtualHost) -> Placement {
        guard needsServer(host) else { return .line }
        return pooling.commonTarget(of: host.routes) != nil && mayBeLine(host.routes) ? .shared : .own
    }

    /// How a host is written.
    enum Placement: Sendable {
        /// A line of the table.
        case line
        /// A line, and a name in a server block that hosts of the same needs share.
        case shared
        /// A server block of its own.
        case own
    }

    /// Whether the target of routes that have one has to be an upstream.
    func needsUpstream(_ routes: [Route]) -> Bool { pooling.needsUpstream(routes) }

    /// Whether a line of the table can say who gets the requests of `routes`, which have one target or none.
    private func mayBeLine(_ routes: [Route]) -> Bool { tableNamesUpstreams || !pooling.needsUpstream(routes) }
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

    mutating func add(_ host: VirtualHost, _ pooling: Pooling) {
        if host.isRouted { add(host.routes, pooling) }
    }

    mutating func add(_ routes: [Route], _ pooling: Pooling) {
        guard pooling.commonTarget(of: routes) == nil else {
            if routes[0].pool != nil { upstreams += 1 }
            if pooling.needsUpstream(routes) { needed += 1 }
            return
        }
        let count = Set(routes.compactMap(\.pool)).count
        upstreams += count
        needed += count
    }
}

/// When a host's requests need an upstream, and when a table can name it.
private struct Pooling {
    /// Whether one address needs one too: nginx keeps idle connections to the peers of upstreams alone.
    private let poolsSinglePeers: Bool
    private let takesVariablesForGRPC: Bool

    init(_ options: ProxyOptions) {
        poolsSinglePeers = options.keepalive > 0
        takesVariablesForGRPC = options.version.takesVariablesForGRPC
    }

    /// Whether the target of `routes`, which have one or none, has to be an upstream: an address alone can stand in the
    /// table itself. TLS sessions with peers are kept for those of upstreams alone.
    func needsUpstream(_ routes: [Route]) -> Bool {
        guard let pool = routes.first?.pool else { return false }
        return pool.peers.count > 1 || poolsSinglePeers || routes.contains(where: \.isSecure)
    }

    /// Shows `body` the different pools of a host that others may share, each with the number of the first route that goes
    /// there, in the order of its routes: those that have upstreams however the host is written.
    func forEachSharablePool(of host: VirtualHost, _ body: (Upstream, Int) -> Void) {
        guard host.isRouted, host.routes.areSharable else { return }
        // A host may have thousands of paths; most have one.
        var known: Set<Upstream> = []
        for (number, route) in host.routes.enumerated() {
            guard let pool = route.pool, pool.peers.count > 1 || poolsSinglePeers else { continue }
            if host.routes.count == 1 || known.insert(pool).inserted { body(pool, number) }
        }
    }

    /// The same as a list, with the paths of those routes.
    func sharablePools(of host: VirtualHost) -> [(pool: Upstream, path: PathPrefix)] {
        var pools: [(pool: Upstream, path: PathPrefix)] = []
        forEachSharablePool(of: host) { pools.append(($0, host.routes[$1].path)) }
        return pools
    }

    /// Who gets the requests of all routes, in a way for which the target can come from a table.
    func commonTarget(of routes: [Route]) -> Target? {
        guard let target = routes.first?.forward?.target, routes.allSatisfy(takesTargetFromTable),
            routes.dropFirst().allSatisfy({ $0.forward?.target == target })
        else { return nil }
        return target
    }

    private func takesTargetFromTable(_ route: Route) -> Bool {
        guard let forward = route.forward, forward.strippedPath == nil else { return false }
        return forward.backend != .grpc || takesVariablesForGRPC
    }
}

/// Whether nginx would take one of `wildcards` for `name`, since it looks there before it looks for `name` elsewhere.
func isCovered(_ name: Hostname, by wildcards: Set<Hostname>) -> Bool {
    !wildcards.isEmpty && name.wildcardsAbove.contains { wildcards.contains($0) }
}

/// Whether the routes are one pool of peers for all paths and nothing else.
func isPlain(_ routes: [Route]) -> Bool {
    guard routes.count == 1, routes[0].path.isRoot else { return false }
    guard let forward = routes[0].forward else { return true }
    return forward.strippedPath == nil && Manner(forward).isPlain
}

extension VirtualHost {
    /// Whether requests go to its routes: not where plain HTTP is sent elsewhere and there is nothing else.
    fileprivate var isRouted: Bool { redirect == nil || certificate != nil }
}

extension [Route] {
    /// Whether other hosts may share their upstreams. nginx keeps TLS sessions and connections for an upstream, whatever
    /// host the peer was checked for and whatever is spoken to it.
    var areSharable: Bool { allSatisfy { $0.forward.map { $0.backend == .http } ?? true } }
}

extension Route {
    /// How its requests go on; `nil` if nothing answers.
    var forward: Forward? { if case .forward(let forward) = action { forward } else { nil } }

    /// The pool that its requests go to; `nil` if there is none.
    fileprivate var pool: Upstream? { if case .upstream(let pool)? = forward?.target { pool } else { nil } }

    fileprivate var isSecure: Bool { if case .https? = forward?.backend { true } else { false } }
}
