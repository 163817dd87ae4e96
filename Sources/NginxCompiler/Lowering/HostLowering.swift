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

    init(_ options: ProxyOptions, _ layout: Layout) {
        self.options = options
        self.layout = layout
    }

    mutating func lower(_ table: RoutingTable, _ upstreams: inout Upstreams) {
        for host in table.hosts { lower(host, &upstreams) }
        exemptFromRedirects(table.hosts)
        for (certificate, names) in namesByCertificate.sorted(by: { $0.key < $1.key }) {
            servers.append(ServerBlock(hosts: names, certificate: CertificateBlock(certificate), usesTLSTable: true))
        }
        guard let fallback = table.fallback else { return }
        if layout.hasTable {
            fallbackTarget = target(of: fallback.routes, of: nil, &upstreams)
        } else {
            fallbackPaths = paths(of: fallback.routes, of: nil, &upstreams)
        }
    }

    // MARK: Hosts

    private mutating func lower(_ host: VirtualHost, _ upstreams: inout Upstreams) {
        if layout.needsServer(host) { return addServers(of: host, &upstreams) }
        if let redirect = host.redirect { redirects.append(line(of: redirect, for: host.name)) }
        guard !host.routes.isEmpty, host.redirect == nil || host.certificate != nil else { return }
        let line = TableLine(host: host.name.text, target: target(of: host.routes, of: host.name, &upstreams))
        if host.redirect == nil { lines.append(line) }
        guard let certificate = host.certificate else { return }
        tlsLines.append(line)
        namesByCertificate[certificate, default: []].append(host.name.text)
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
    private mutating func addServers(of host: VirtualHost, _ upstreams: inout Upstreams) {
        let certificate = host.certificate.map { CertificateBlock($0) }
        if let redirect = host.redirect {
            servers.append(
                ServerBlock(hosts: [host.name.text], isPlain: true, redirect: redirect))
            guard certificate != nil else { return }
        }
        guard !host.routes.isEmpty else { return }
        servers.append(
            ServerBlock(
                hosts: [host.name.text], isPlain: host.redirect == nil, certificate: certificate,
                paths: paths(of: host.routes, of: host.name, &upstreams)))
    }

    private func line(of redirect: Redirect, for host: Hostname) -> RedirectLine {
        switch redirect {
        case .to(let target): RedirectLine(host: host.text, target: .url(target.text))
        case .secure: RedirectLine(host: host.text, target: .tls)
        }
    }

    /// What stands in the table for routes that are one pool; `nil` if nothing answers.
    private mutating func target(of routes: [Route], of host: Hostname?, _ upstreams: inout Upstreams) -> Word? {
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

    private mutating func paths(of routes: [Route], of host: Hostname?, _ upstreams: inout Upstreams) -> ServerPaths {
        var paths = ServerPaths(hasGap: !routes.contains(where: \.path.isRoot))
        // A single route shares its upstream with none, and so nothing is hashed.
        var names: [Upstream: String]? = routes.count > 1 ? [:] : nil
        for route in routes { paths.locations += locations(for: route, of: host, &upstreams, &names) }
        return paths
    }

    /// The locations of a route: a prefix of nginx's would match `/application` for `/app`, so that it takes two. Where the
    /// path is taken off one is enough: nginx itself sends a client of `/app` to the location `/app/`.
    private mutating func locations(
        for route: Route, of host: Hostname?, _ upstreams: inout Upstreams, _ names: inout [Upstream: String]?
    ) -> [LocationBlock] {
        guard case .forward(let forward) = route.action else {
            return places(of: route.path).map {
                LocationBlock(path: $0.path, isExact: $0.isExact, content: .unavailable)
            }
        }
        note(forward)
        let target = target(of: forward, of: host, route.path, &upstreams, &names)
        let isSentOn = forward.strippedPath == route.path
        return places(of: route.path).filter { !($0.isExact && isSentOn) }.map { path, isExact in
            let rest = forward.strippedPath.map { route.path.dropping($0) + (isExact ? "" : "/") }
            let block = ForwardBlock(
                target: target.text, isAskedFor: target.isAskedFor, replacedPath: rest, forward: forward)
            return LocationBlock(path: path, isExact: isExact, content: .forward(block))
        }
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

    /// Notes what the whole `http` block has to provide for a route.
    private mutating func note(_ forward: Forward) {
        if forward.allowsUpgrade { uses.upgrades = true }
        if forward.backend == .grpc { uses.grpc = true }
        if case .domain = forward.target { uses.dns = true }
    }
}

extension CertificateBlock {
    /// The files of a certificate's secrets.
    init(_ certificate: Certificate) {
        self.init(certificate: secretFile(certificate.certificate), key: secretFile(certificate.key))
    }
}
