import RouteModel

/// Lowers hosts to lines of the tables and to server blocks.
struct HostLowering {
    private let options: ProxyOptions
    private let layout: Layout
    /// What has come of them.
    private(set) var lowered = LoweredHosts()
    /// What answers hosts that nobody has, where that is a line of the table.
    private(set) var fallbackTarget: Word?
    private var fallbackPaths = ServerPaths()
    /// What came of the last table, if that is to be used again.
    private let memory: LoweringMemory?

    init(_ options: ProxyOptions, _ layout: Layout, remembering memory: LoweringMemory?) {
        self.options = options
        self.layout = layout
        self.memory = memory
    }

    mutating func lower(_ table: RoutingTable, _ upstreams: inout Upstreams, sharing: SharedWork?) {
        if let sharing, memory == nil, table.hosts.count >= sharing.fewest {
            addHalves(table.hosts, &upstreams, sharing.thread)
        } else {
            addHosts(table.hosts[...], &upstreams)
        }
        exemptFromRedirects(table.hosts)
        addSharedServers()
        guard let fallback = table.fallback else { return }
        if layout.hasTable {
            fallbackTarget = target(of: fallback.routes, of: nil, &upstreams, &lowered.uses)
        } else {
            fallbackPaths = paths(of: fallback.routes, of: nil, &upstreams, &lowered.uses)
        }
    }

    /// Adds hosts, the back half of them by another thread, but no more than `SharedWork.most`. Where the name of one of
    /// its upstreams is taken, they are added once more: that name gets a number.
    private mutating func addHalves(
        _ hosts: [VirtualHost], _ upstreams: inout Upstreams, _ thread: any SecondThread
    ) {
        let count = min(hosts.count / 2, SharedWork.most)
        let (front, back) = (hosts.dropLast(count), hosts.suffix(count))
        let (lowered, added) = thread.run { [options, layout] in
            var lowering = HostLowering(options, layout, remembering: nil)
            var upstreams = Upstreams(options, layout, in: 2)
            lowering.addHosts(back, &upstreams)
            return (lowering.lowered, upstreams)
        } during: {
            addHosts(front, &upstreams)
        }
        if upstreams.add(added) { self.lowered.add(lowered) } else { addHosts(back, &upstreams) }
    }

    /// Adds the servers that hosts share, in an order that does not depend on the hosts.
    private mutating func addSharedServers() {
        let servers = lowered.namesByServer.map { (order: $0.key.order, server: $0.key, names: $0.value) }
        for (_, server, names) in servers.sorted(by: { isBefore($0.order, $1.order) }) {
            for names in SharedServer.blocks(of: names) {
                lowered.servers.append(
                    memory?.block(of: server, for: Array(names)) ?? server.block(for: Array(names)))
            }
        }
    }

    private mutating func addHosts(_ hosts: ArraySlice<VirtualHost>, _ upstreams: inout Upstreams) {
        for host in hosts {
            if let memory {
                addHost(host, &upstreams, memory)
            } else {
                lowered.add(lower(host, as: layout.placement(of: host), &upstreams), of: host)
            }
        }
    }

    // MARK: Hosts

    /// Adds what a host comes to, or came to the last time.
    private mutating func addHost(_ host: VirtualHost, _ upstreams: inout Upstreams, _ memory: LoweringMemory) {
        let placement = layout.placement(of: host)
        let pools = layout.sharedPools(of: host)
        let known = memory.hosts.find { $0.host == host && $0.placement == placement && $0.pools == pools }
        if let known, upstreams.add(known.upstreams) {
            memory.hosts.remember(known)
            lowered.add(known.blocks, of: host)
        } else {
            let (count, numbered) = (upstreams.blocks.count, upstreams.numberedNames)
            let blocks = lower(host, as: placement, &upstreams)
            lowered.add(blocks, of: host)
            guard let added = upstreams.added(behind: count, numbered) else { return }
            memory.hosts.remember(
                LoweredHost(host: host, placement: placement, pools: pools, blocks: blocks, upstreams: added))
        }
    }

    /// What a host comes to, but for its upstreams, which are added.
    func lower(_ host: VirtualHost, as placement: Layout.Placement, _ upstreams: inout Upstreams) -> HostBlocks {
        if placement != .line { return servers(of: host, isShared: placement == .shared, &upstreams) }
        var blocks = HostBlocks()
        blocks.redirect = host.redirect.map { line(of: $0, for: host.name) }
        guard !host.routes.isEmpty, host.redirect == nil || host.certificate != nil else { return blocks }
        let target = target(of: host.routes, of: host.name, &upstreams, &blocks.uses)
        blocks.line = TableLine(host: host.name.text, target: target)
        blocks.sharedServer = host.certificate.map { SharedServer(showing: $0) }
        return blocks
    }

    /// A wildcard that is sent elsewhere must not take the hosts below it along.
    private mutating func exemptFromRedirects(_ hosts: [VirtualHost]) {
        let wildcards = Set(hosts.filter { $0.redirect != nil && $0.name.isWildcard }.map(\.name))
        guard !wildcards.isEmpty else { return }
        for host in hosts where host.redirect == nil && !layout.needsServer(host) && isCovered(host.name, by: wildcards)
        {
            lowered.redirects.append(RedirectLine(host: host.name.text, target: .none))
        }
        lowered.redirects.sort { $0.host < $1.host }
    }

    /// The server of a host for plain HTTP and TLS, which it may share; where plain HTTP is sent elsewhere, one for each.
    private func servers(of host: VirtualHost, isShared: Bool, _ upstreams: inout Upstreams) -> HostBlocks {
        var blocks = HostBlocks()
        let certificate = host.certificate.map { CertificateBlock($0) }
        if let redirect = host.redirect {
            blocks.redirectingServer = ServerBlock(hosts: [host.name.text], isPlain: true, redirect: redirect)
            guard certificate != nil else { return blocks }
        }
        guard !host.routes.isEmpty else { return blocks }
        if isShared {
            for route in host.routes { blocks.uses.note(route) }
            let target = target(of: host.routes, of: host.name, &upstreams, &blocks.uses)
            blocks.line = TableLine(host: host.name.text, target: target)
            blocks.sharedServer = SharedServer(host)
            return blocks
        }
        blocks.server = ServerBlock(
            hosts: [host.name.text], isPlain: host.redirect == nil, certificate: certificate,
            paths: paths(of: host.routes, of: host.name, &upstreams, &blocks.uses))
        return blocks
    }

    private func line(of redirect: Redirect, for host: Hostname) -> RedirectLine {
        switch redirect {
        case .to(let target): RedirectLine(host: host.text, target: .url(target.text))
        case .secure: RedirectLine(host: host.text, target: .tls)
        }
    }

    /// What stands in the table for routes that have one target; `nil` if nothing answers.
    private func target(
        of routes: [Route], of host: Hostname?, _ upstreams: inout Upstreams, _ uses: inout UsedFeatures
    ) -> Word? {
        guard case .forward(let forward)? = routes.first?.action else { return nil }
        switch forward.target {
        case .upstream(let upstream):
            return layout.needsUpstream(routes)
                ? .address(upstreams.add(upstream, of: host, .root, isSharable: routes.areSharable))
                : upstream.peers[0].socket
        case .domain(let domain, let port):
            uses.dns = true
            return .address("\(domain.text):\(port.number)")
        }
    }

    // MARK: Default servers

    /// Whether some TLS connections end here.
    func isTerminating(_ table: RoutingTable) -> Bool {
        table.fallback?.certificate != nil || lowered.servers.contains { $0.certificate != nil }
    }

    /// The servers for names that no other server has.
    func defaults(_ table: RoutingTable) -> DefaultServers {
        var defaults = DefaultServers(
            plain: ServerBlock(isPlain: true, checksTable: layout.hasTable, paths: paths(by: .table)))
        guard isTerminating(table) else { return defaults }
        if let certificate = table.fallback?.certificate {
            defaults.tls = ServerBlock(
                certificate: CertificateBlock(certificate), checksTLSTable: layout.hasTable, paths: paths(by: .tlsTable)
            )
        } else if options.version.canRejectHandshakes {
            defaults.rejectsTLS = true
        } else {
            defaults.borrowed = lowered.servers.lazy.compactMap(\.certificate).first
        }
        return defaults
    }

    /// The paths of a default server: those of what answers unknown hosts, or one for what the table says.
    private func paths(by table: ForwardBlock.Target) -> ServerPaths {
        guard layout.hasTable else { return fallbackPaths }
        var paths = ServerPaths()
        paths.add(.root, ForwardBlock(target: table, manner: .plain))
        return paths
    }

    // MARK: Locations

    private func paths(
        of routes: [Route], of host: Hostname?, _ upstreams: inout Upstreams, _ uses: inout UsedFeatures
    ) -> ServerPaths {
        var paths = ServerPaths(hasGap: !routes.contains(where: \.path.isRoot))
        paths.locations.reserveCapacity(routes.reduce(0) { $0 + ($1.path.isRoot ? 1 : 2) })
        // A single route shares its upstream with no other of its host, and so nothing is hashed.
        var names: [Upstream: String]? = routes.count > 1 ? [:] : nil
        let isSharable = routes.areSharable
        for route in routes {
            uses.note(route)
            addLocations(for: route, of: host, to: &paths, isSharable: isSharable, &upstreams, &names)
        }
        return paths
    }

    /// The locations of a route.
    private func addLocations(
        for route: Route, of host: Hostname?, to paths: inout ServerPaths, isSharable: Bool,
        _ upstreams: inout Upstreams, _ names: inout [Upstream: String]?
    ) {
        guard let forward = route.forward else { return paths.add(route.path, .unavailable) }
        let target = target(of: forward, of: host, route.path, isSharable: isSharable, &upstreams, &names)
        var block = ForwardBlock(target: target, manner: Manner(forward))
        guard let stripped = forward.strippedPath else { return paths.add(route.path, block) }
        block.replacedPath = route.path.dropping(stripped)
        // Where the whole path is taken off, nginx itself sends a client of `/app` to the location `/app/`.
        if stripped != route.path, !route.path.isRoot { paths.add(exactly: route.path, .forward(block)) }
        block.replacedPath? += "/"
        paths.add(below: route.path, .forward(block))
    }

    /// Who gets the requests of a route. Routes of one host with the same peers share an upstream.
    private func target(
        of forward: Forward, of host: Hostname?, _ path: PathPrefix, isSharable: Bool,
        _ upstreams: inout Upstreams, _ names: inout [Upstream: String]?
    ) -> ForwardBlock.Target {
        switch forward.target {
        case .upstream(let upstream):
            let name = names?[upstream] ?? upstreams.add(upstream, of: host, path, isSharable: isSharable)
            names?[upstream] = name
            return .upstream(name)
        case .domain(let domain, let port): return .domain("\(domain.text):\(port.number)")
        }
    }
}

/// Whether `a` comes first, text by text and those by bytes.
private func isBefore(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
    a.lexicographicallyPrecedes(b) { $0.lexicographicallyPrecedes($1) }
}

extension CertificateBlock {
    /// The files of a certificate's secrets.
    init(_ certificate: Certificate) {
        self.init(certificate: secretFile(certificate.certificate), key: secretFile(certificate.key))
    }
}
