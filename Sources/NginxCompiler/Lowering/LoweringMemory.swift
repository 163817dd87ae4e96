import RouteModel

/// What came of lowering the last table of one service cluster.
final class LoweringMemory {
    var hosts = OrderedMemory<LoweredHost>()
    var passthrough = OrderedMemory<LoweredPassthrough>()
    /// The servers of hosts in the table, by the certificate that they show, and those of this time.
    private var servers: [Certificate: ServerBlock] = [:]
    private var newServers: [Certificate: ServerBlock] = [:]
    /// The first upstream with the zone's size in it.
    private(set) var first: (upstream: UpstreamBlock, completed: UpstreamBlock)?
    /// The last table, how its hosts were laid out, and the blocks that it came to.
    private(set) var last: (table: RoutingTable, layout: Layout, config: ConfigBlock)?

    /// The server that shows `certificate` to hosts of the table: the last one, if it had the same names.
    func server(of names: [String], with certificate: Certificate) -> ServerBlock {
        let known = servers[certificate].flatMap { $0.hosts == names ? $0 : nil }
        let server = known ?? ServerBlock(ofTableWith: certificate, names)
        newServers[certificate] = server
        return server
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
    /// Whether it was to have a server of its own.
    let needsServer: Bool
    let blocks: HostBlocks
    let upstreams: [UpstreamBlock]

    init(host: VirtualHost, needsServer: Bool, blocks: HostBlocks, upstreams: [UpstreamBlock]) {
        self.host = host
        self.needsServer = needsServer
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
