import RouteModel

/// Lowers hosts to lines of the tables and to server blocks.
struct HostLowering {
    private let options: ProxyOptions
    private let layout: Layout
    /// What answers hosts over plain HTTP, and over TLS: a host may have one and not the other.
    private(set) var lines: [TableLine] = []
    private(set) var tlsLines: [TableLine] = []
    private(set) var redirects: [RedirectLine] = []
    private(set) var servers: [ServerBlock] = []
    private(set) var uses = UsedFeatures()
    /// What answers hosts that nobody has, where that is a line of the table.
    private(set) var fallbackTarget: Word?
    private var fallbackPaths = ServerPaths()
    /// The hosts of the table by the certificate that they show.
    private var namesByCertificate: [Certificate: [String]] = [:]
    /// What came of the last table, if that is to be used again.
    private let memory: LoweringMemory?

    init(_ options: ProxyOptions, _ layout: Layout, remembering memory: LoweringMemory?) {
        self.options = options
        self.layout = layout
        self.memory = memory
    }

    mutating func lower(_ table: RoutingTable, _ upstreams: inout Upstreams) {
        for host in table.hosts { addHost(host, &upstreams) }
        exemptFromRedirects(table.hosts)
        for (certificate, names) in namesByCertificate.sorted(by: { $0.key < $1.key }) {
            servers.append(
                memory?.server(of: names, with: certificate) ?? ServerBlock(ofTableWith: certificate, names))
        }
        guard let fallback = table.fallback else { return }
        if layout.hasTable {
            fallbackTarget = target(of: fallback.routes, of: nil, &upstreams, &uses)
        } else {
            fallbackPaths = paths(of: fallback.routes, of: nil, &upstreams, &uses)
        }
    }

    // MARK: Hosts

    /// Adds what a host comes to.
    private mutating func addHost(_ host: VirtualHost, _ upstreams: inout Upstreams) {
        let needsServer = layout.needsServer(host)
        let known = memory?.hosts.find { $0.host == host && $0.needsServer == needsServer }
        if let known, upstreams.add(known.upstreams) {
            memory?.hosts.remember(known)
            add(known)
        } else {
            let (count, numbered) = (upstreams.blocks.count, upstreams.numberedNames)
            let lowered = lower(host, needsServer: needsServer, &upstreams)
            add(lowered)
            guard let memory, let added = upstreams.added(behind: count, numbered) else { return }
            lowered.upstreams = added
            memory.hosts.remember(lowered)
        }
    }

    private mutating func add(_ lowered: LoweredHost) {
        servers += lowered.servers
        if let redirect = lowered.redirect { redirects.append(redirect) }
        uses.add(lowered.uses)
        guard let line = lowered.line else { return }
        if lowered.host.redirect == nil { lines.append(line) }
        guard let certificate = lowered.host.certificate else { return }
        tlsLines.append(line)
        namesByCertificate[certificate, default: []].append(line.host)
    }

    /// What a host comes to, but for its upstreams, which are added.
    func lower(_ host: VirtualHost, needsServer: Bool, _ upstreams: inout Upstreams) -> LoweredHost {
        let lowered = LoweredHost(host: host, needsServer: needsServer)
        if needsServer {
            addServers(to: lowered, &upstreams)
            return lowered
        }
        lowered.redirect = host.redirect.map { line(of: $0, for: host.name) }
        guard !host.routes.isEmpty, host.redirect == nil || host.certificate != nil else { return lowered }
        let target = target(of: host.routes, of: host.name, &upstreams, &lowered.uses)
        lowered.line = TableLine(host: host.name.text, target: target)
        return lowered
    }

    /// A wildcard that is sent elsewhere must not take the hosts below it along.
    private mutating func exemptFromRedirects(_ hosts: [VirtualHost]) {
        let wildcards = Set(hosts.filter { $0.redirect != nil && $0.name.isWildcard }.map(\.name))
        guard !wildcards.isEmpty else { return }
        for host in hosts where host.redirect == nil && !layout.needsServer(host) && isCovered(host.name, by: wildcards)
        {
            redirects.append(RedirectLine(host: host.name.text, target: .none))
        }
        redirects.sort { $0.host < $1.host }
    }

    /// The server of a host for plain HTTP and TLS; where plain HTTP is sent elsewhere, one for each.
    private func addServers(to lowered: LoweredHost, _ upstreams: inout Upstreams) {
        let host = lowered.host
        let certificate = host.certificate.map { CertificateBlock($0) }
        if let redirect = host.redirect {
            lowered.servers.append(ServerBlock(hosts: [host.name.text], isPlain: true, redirect: redirect))
            guard certificate != nil else { return }
        }
        guard !host.routes.isEmpty else { return }
        lowered.servers.append(
            ServerBlock(
                hosts: [host.name.text], isPlain: host.redirect == nil, certificate: certificate,
                paths: paths(of: host.routes, of: host.name, &upstreams, &lowered.uses)))
    }

    private func line(of redirect: Redirect, for host: Hostname) -> RedirectLine {
        switch redirect {
        case .to(let target): RedirectLine(host: host.text, target: .url(target.text))
        case .secure: RedirectLine(host: host.text, target: .tls)
        }
    }

    /// What stands in the table for routes that are one pool; `nil` if nothing answers.
    private func target(
        of routes: [Route], of host: Hostname?, _ upstreams: inout Upstreams, _ uses: inout UsedFeatures
    ) -> Word? {
        guard case .forward(let forward)? = routes.first?.action else { return nil }
        switch forward.target {
        case .upstream(let upstream): return upstreams.target(for: upstream, of: host, .root)
        case .domain(let domain, let port):
            uses.dns = true
            return .address("\(domain.text):\(port.number)")
        }
    }

    // MARK: Default servers

    /// Whether some TLS connections end here.
    func isTerminating(_ table: RoutingTable) -> Bool {
        table.fallback?.certificate != nil || servers.contains { $0.certificate != nil }
    }

    /// The servers for names that no other server has.
    func defaults(_ table: RoutingTable) -> DefaultServers {
        var defaults = DefaultServers(
            plain: ServerBlock(isPlain: true, usesTable: layout.hasTable, paths: fallbackPaths))
        guard isTerminating(table) else { return defaults }
        if let certificate = table.fallback?.certificate {
            defaults.tls = ServerBlock(
                certificate: CertificateBlock(certificate), usesTLSTable: layout.hasTable, paths: fallbackPaths)
        } else if options.version.canRejectHandshakes {
            defaults.rejectsTLS = true
        } else {
            defaults.borrowed = servers.lazy.compactMap(\.certificate).first
        }
        return defaults
    }

    // MARK: Locations

    private func paths(
        of routes: [Route], of host: Hostname?, _ upstreams: inout Upstreams, _ uses: inout UsedFeatures
    ) -> ServerPaths {
        var paths = ServerPaths(hasGap: !routes.contains(where: \.path.isRoot))
        // A single route shares its upstream with none, and so nothing is hashed.
        var names: [Upstream: String]? = routes.count > 1 ? [:] : nil
        for route in routes {
            uses.note(route)
            paths.locations += locations(for: route, of: host, &upstreams, &names)
        }
        return paths
    }

    /// The locations of a route: a prefix of nginx's would match `/application` for `/app`, so that it takes two. Where the
    /// path is taken off one is enough: nginx itself sends a client of `/app` to the location `/app/`.
    private func locations(
        for route: Route, of host: Hostname?, _ upstreams: inout Upstreams, _ names: inout [Upstream: String]?
    ) -> [LocationBlock] {
        guard case .forward(let forward) = route.action else {
            return places(of: route.path).map {
                LocationBlock(path: $0.path, isExact: $0.isExact, content: .unavailable)
            }
        }
        let target = target(of: forward, of: host, route.path, &upstreams, &names)
        let isSentOn = forward.strippedPath == route.path
        var locations: [LocationBlock] = []
        for (path, isExact) in places(of: route.path) where !(isExact && isSentOn) {
            let rest = forward.strippedPath.map { route.path.dropping($0) + (isExact ? "" : "/") }
            let block = ForwardBlock(
                target: target.text, isAskedFor: target.isAskedFor, replacedPath: rest, forward: forward)
            locations.append(LocationBlock(path: path, isExact: isExact, content: .forward(block)))
        }
        return locations
    }

    private func places(of path: PathPrefix) -> [(path: String, isExact: Bool)] {
        path.isRoot ? [("/", false)] : [(path.text, true), (path.text + "/", false)]
    }

    /// Who gets the requests of a route. Routes of one host with the same peers share an upstream.
    private func target(
        of forward: Forward, of host: Hostname?, _ path: PathPrefix, _ upstreams: inout Upstreams,
        _ names: inout [Upstream: String]?
    ) -> (text: String, isAskedFor: Bool) {
        switch forward.target {
        case .upstream(let upstream):
            let name = names?[upstream] ?? upstreams.add(upstream, of: host, path)
            names?[upstream] = name
            return (name, false)
        case .domain(let domain, let port): return ("\(domain.text):\(port.number)", true)
        }
    }
}

extension ServerBlock {
    /// The server that shows a certificate for hosts of the table.
    convenience init(ofTableWith certificate: Certificate, _ names: [String]) {
        self.init(hosts: names, certificate: CertificateBlock(certificate), usesTLSTable: true)
    }
}

extension CertificateBlock {
    /// The files of a certificate's secrets.
    init(_ certificate: Certificate) {
        self.init(certificate: secretFile(certificate.certificate), key: secretFile(certificate.key))
    }
}
