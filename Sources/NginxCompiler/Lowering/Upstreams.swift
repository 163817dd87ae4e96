import RouteModel

/// The upstreams of a file, and their names.
struct Upstreams: Sendable {
    private(set) var blocks: [UpstreamBlock] = []
    private var names: UpstreamNames
    /// The upstreams that several hosts have.
    private let pools: SharedPools
    private var cookieNames: Set<CookieName> = []
    /// The least size of the zone, in KiB; `nil`: no zone.
    private let zoneSize: Int?
    private let keepalive: Int?

    /// The upstreams of HTTP.
    ///
    /// - Parameter parts: in how many parts the hosts are lowered, of which this is one.
    init(_ options: ProxyOptions, _ layout: Layout, in parts: Int = 1) {
        zoneSize = options.zoneSize.map { max(64, $0) }
        // 1.29.7 keeps 32 connections to the peers of each upstream unless the file says otherwise.
        keepalive = options.keepalive > 0 || options.version.keepsPeersByDefault ? options.keepalive : nil
        pools = layout.pools
        names = UpstreamNames(besides: layout.pools.names)
        blocks.reserveCapacity(layout.upstreamCount / parts)
        names.reserveCapacity(layout.upstreamCount / parts)
    }

    /// The upstreams of connections that go on as they are.
    init(ofConnectionsWith options: ProxyOptions) {
        zoneSize = nil
        keepalive = nil
        pools = SharedPools()
        names = UpstreamNames()
    }

    /// Writes the size of the zone into the first upstream, once all are there; nginx wants it in one of them.
    ///
    /// It needs 1.25 KiB a peer and 1 KiB an upstream, measured on nginx 1.22 and 1.31: 64 KiB, the usual setting, would
    /// not load with 64 peers. What the setting does not hold is rounded up to a power of two, so that one service more
    /// seldom changes what is written for another.
    mutating func completeZone(remembering memory: LoweringMemory?) {
        guard let zoneSize, !blocks.isEmpty else { return }
        let peers = blocks.reduce(0) { $0 + $1.pool.peers.count }
        let needed = peers * 5 / 4 + blocks.count + 1
        let size = needed <= zoneSize ? zoneSize : powerOfTwo(atLeast: needed)
        let zone = ZoneBlock(size: "\(size)k")
        blocks[0] = memory?.complete(blocks[0], with: zone) ?? blocks[0].with(zone)
    }

    /// How many names have a number behind them, since they were taken.
    var numberedNames: Int { names.numbered }

    /// The upstreams that were added behind the first `count`, unless one of their names depends on another's.
    func added(behind count: Int, _ numberedNames: Int) -> [UpstreamBlock]? {
        numberedNames == self.numberedNames ? Array(blocks[count...]) : nil
    }

    /// The cookies that need a map, in byte order.
    var cookies: [CookieMapBlock] {
        cookieNames.filter { !$0.hasVariable }.sorted().map { CookieMapBlock(cookie: $0) }
    }

    /// Adds upstreams that were written before, if all of their names are free; else none, as a name that another upstream
    /// has would get a number.
    mutating func add(_ known: [UpstreamBlock]) -> Bool {
        // A name that hosts share is that of their pool alone.
        let isFree = known.allSatisfy { block in
            !pools.names.contains(block.name) || pools.use(of: block.pool, by: nil)?.name == block.name
        }
        guard isFree, names.take(known.map(\.name)) else { return false }
        for block in known { note(block.pool) }
        blocks += known
        return true
    }

    /// Adds upstreams of another file, whose names nobody is to be given.
    mutating func addAll(_ known: [UpstreamBlock]) { blocks += known }

    /// Adds upstreams that were written for hosts of the same table, if all of their names are free; else none.
    mutating func add(_ others: Upstreams) -> Bool {
        guard names.add(others.names, named: { others.blocks[$0].name }) else { return false }
        cookieNames.formUnion(others.cookieNames)
        blocks += others.blocks
        return true
    }

    /// What stands for `upstream` where one address is as good as the name of an upstream.
    mutating func target(for upstream: Upstream, of host: Hostname?) -> Word {
        upstream.peers.count == 1
            ? upstream.peers[0].socket : .address(add(upstream, of: host, .root, isSharable: false))
    }

    /// Writes an upstream, unless another host does, and returns its name.
    ///
    /// - Parameter isSharable: whether it may be that of other hosts.
    mutating func add(
        _ upstream: Upstream, of host: Hostname?, _ path: PathPrefix, isSharable: Bool
    ) -> String {
        note(upstream)
        let use = isSharable ? pools.use(of: upstream, by: host) : nil
        if let use, !use.isOwner { return use.name }
        let name = use.map { names.takeShared($0.name) } ?? names.newName(for: host, path)
        blocks.append(
            UpstreamBlock(name: name, pool: upstream, zone: zoneSize.map { _ in ZoneBlock() }, keepalive: keepalive))
        return name
    }

    private mutating func note(_ upstream: Upstream) {
        if case .cookie(let cookie)? = upstream.affinity { cookieNames.insert(cookie) }
    }
}
