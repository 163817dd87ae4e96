import RouteModel

/// What becomes of a file's blocks when some hosts have other peers: the same, but for the blocks of those hosts.
///
/// To go through all hosts, even if nothing but looks up what each came to the last time, takes 3 ms for 3,000 of them.
struct ConfigUpdate {
    private let http: HTTPBlock
    private var upstreams: [UpstreamBlock]
    private var lines: [TableLine]
    private var tlsLines: [TableLine]
    private var servers: [ServerBlock]

    /// - Parameter first: the first upstream without the size of the zone, which its completed form has.
    fileprivate init(of http: HTTPBlock, first: (upstream: UpstreamBlock, completed: UpstreamBlock)?) {
        self.http = http
        upstreams = http.upstreams
        if let first, upstreams.first === first.completed { upstreams[0] = first.upstream }
        lines = http.table.lines
        tlsLines = http.tlsTable?.lines ?? []
        servers = http.servers
    }

    /// Puts what a host comes to now in the place of what it came to; `false` if that is not as much.
    fileprivate mutating func replace(_ old: LoweredHost, by new: LoweredHost) -> Bool {
        guard upstreams.replace(old.upstreams, by: new.upstreams), servers.replace(old.servers, by: new.servers) else {
            return false
        }
        guard let oldLine = old.blocks.line, let newLine = new.blocks.line else {
            return old.blocks.line == nil && new.blocks.line == nil
        }
        let isPlain = lines.replace([oldLine], by: [newLine])
        return tlsLines.replace([oldLine], by: [newLine]) || isPlain
    }

    /// The block with what was replaced.
    fileprivate func updated(
        _ layout: Layout, with options: ProxyOptions, remembering memory: LoweringMemory
    ) -> HTTPBlock {
        var all = Upstreams(options, layout)
        all.addAll(upstreams)
        all.completeZone(remembering: memory)
        return HTTPBlock(http, upstreams: all.blocks, lines: lines, tlsLines: tlsLines, servers: servers)
    }
}

extension LoweringMemory {
    /// Of so many hosts at most that have changed the blocks are looked for where they are.
    private static var mostUpdates: Int { 64 }

    /// The blocks of `table`, if it is the last one with other peers of some hosts; `nil` if more than that may have
    /// changed.
    func updatedConfig(for table: RoutingTable, with options: ProxyOptions) -> ConfigBlock? {
        // A host whose upstream has a number behind its name is not remembered: then nothing stands where it should.
        guard let last, last.table.isSame(as: table), last.table.hosts.count == table.hosts.count,
            hosts.last.count == table.hosts.count,
            let places = table.hosts.places(differingFrom: last.table.hosts, atMost: Self.mostUpdates)
        else { return nil }
        let changes = places.map { (old: hosts.last[$0].host, new: table.hosts[$0]) }
        guard let layout = last.layout.replacing(changes) else { return nil }
        var update = ConfigUpdate(of: last.config.http, first: first)
        var lowered: [LoweredHost] = []
        for place in places {
            let known = hosts.last[place]
            guard let new = lowerAgain(table.hosts[place], after: known, layout, options),
                update.replace(known, by: new)
            else { return nil }
            lowered.append(new)
        }
        for (place, new) in zip(places, lowered) { hosts.last[place] = new }
        let http = update.updated(layout, with: options, remembering: self)
        let config = ConfigBlock(options: options, http: http, stream: last.config.stream)
        remember(config, of: table, layout)
        return config
    }

    /// What a host comes to; `nil` if that concerns more than its own blocks: the names of other upstreams, the layout of
    /// other hosts, or what the whole file must have.
    private func lowerAgain(
        _ host: VirtualHost, after known: LoweredHost, _ layout: Layout, _ options: ProxyOptions
    ) -> LoweredHost? {
        let old = known.host
        guard host.name == old.name, host.redirect == old.redirect, host.certificate == old.certificate,
            layout.isSame(with: host, for: old)
        else { return nil }
        var upstreams = Upstreams(options, layout)
        let lowering = HostLowering(options, layout, remembering: nil)
        var blocks = lowering.lower(host, as: known.placement, &upstreams)
        guard let added = upstreams.added(behind: 0, 0), added.elementsEqual(known.upstreams, by: isAlike),
            blocks.uses == known.blocks.uses, blocks.sharedServer == known.blocks.sharedServer
        else { return nil }
        // The same line again is not written again.
        if blocks.line?.target == known.blocks.line?.target { blocks.line = known.blocks.line }
        return LoweredHost(host: host, placement: known.placement, pools: known.pools, blocks: blocks, upstreams: added)
    }
}

extension LoweredHost {
    /// Its servers, in the order of the file.
    fileprivate var servers: [ServerBlock] { [blocks.redirectingServer, blocks.server].compactMap { $0 } }
}

/// Whether both have one name and want the same of the file around them.
private func isAlike(_ a: UpstreamBlock, _ b: UpstreamBlock) -> Bool {
    a.name == b.name && a.pool.affinity == b.pool.affinity
}

extension RoutingTable {
    /// Whether both say the same but for their hosts.
    fileprivate func isSame(as other: RoutingTable) -> Bool {
        fallback == other.fallback && passthrough == other.passthrough
            && passthroughFallback == other.passthroughFallback
    }
}

extension [VirtualHost] {
    /// Where other objects stand than in `others`, which are as many; `nil` if there are more such places than `limit`.
    fileprivate func places(differingFrom others: [VirtualHost], atMost limit: Int) -> [Int]? {
        var places: [Int] = []
        for place in indices where self[place] !== others[place] {
            guard places.count < limit else { return nil }
            places.append(place)
        }
        return places
    }
}

extension Array where Element: AnyObject {
    /// Puts each of `new` in the place of the one of `old` that has its place there; `false` if one is not here, or they
    /// are not as many.
    fileprivate mutating func replace(_ old: [Element], by new: [Element]) -> Bool {
        guard old.count == new.count else { return false }
        for (old, new) in zip(old, new) where old !== new {
            guard let place = firstIndex(where: { $0 === old }) else { return false }
            self[place] = new
        }
        return true
    }
}
