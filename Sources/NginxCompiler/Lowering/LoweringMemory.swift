import RouteModel

/// What came of lowering the last table of one service cluster.
final class LoweringMemory {
    var hosts = OrderedMemory<LoweredHost>()
    var passthrough = OrderedMemory<LoweredPassthrough>()
    /// The servers that hosts share, by what they are and their first host, and those of this time.
    private var servers: [SharedServer: [String: ServerBlock]] = [:]
    private var newServers: [SharedServer: [String: ServerBlock]] = [:]
    /// The first upstream with the zone's size in it.
    private(set) var first: (upstream: UpstreamBlock, completed: UpstreamBlock)?
    /// The last table, how its hosts were laid out, and the blocks that it came to.
    private(set) var last: (table: RoutingTable, layout: Layout, config: ConfigBlock)?

    /// The server that these hosts share, one at least: the last one, if it had the same names.
    func block(of server: SharedServer, for names: [String]) -> ServerBlock {
        let known = servers[server]?[names[0]].flatMap { $0.hosts == names ? $0 : nil }
        let block = known ?? server.block(for: names)
        newServers[server, default: [:]][names[0]] = block
        return block
    }

    /// `upstream` with this zone: the last such, if there was one.
    func complete(_ upstream: UpstreamBlock, with zone: ZoneBlock) -> UpstreamBlock {
        if let first, first.upstream === upstream, first.completed.zone?.size == zone.size { return first.completed }
        let completed = upstream.with(zone)
        first = (upstream, completed)
        return completed
    }

    /// Notes what a table came to.
    func remember(_ config: ConfigBlock, of table: RoutingTable, _ layout: Layout) { last = (table, layout, config) }

    /// Ends the lowering of a table, all of whose hosts were gone through.
    func keep() {
        (servers, newServers) = (newServers, [:])
        hosts.keep()
        passthrough.keep()
    }
}

/// What a host comes to. A class, since a memory passes it from list to list.
final class LoweredHost {
    let host: VirtualHost
    /// How it was to be written.
    let placement: Layout.Placement
    /// The upstreams that it has in common with others.
    let pools: [SharedPools.Use]
    let blocks: HostBlocks
    /// Those that it writes.
    let upstreams: [UpstreamBlock]

    init(
        host: VirtualHost, placement: Layout.Placement, pools: [SharedPools.Use], blocks: HostBlocks,
        upstreams: [UpstreamBlock]
    ) {
        self.host = host
        self.placement = placement
        self.pools = pools
        self.blocks = blocks
        self.upstreams = upstreams
    }
}

/// What a host comes to whose TLS connections go on as they are.
final class LoweredPassthrough {
    let host: PassthroughHost
    let line: TableLine
    let upstreams: [UpstreamBlock]

    init(host: PassthroughHost, line: TableLine, upstreams: [UpstreamBlock]) {
        self.host = host
        self.line = line
        self.upstreams = upstreams
    }
}
