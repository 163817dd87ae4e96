import RouteModel

/// Which hosts are a line of the table and which need a server block: what nginx pays for each decides.
///
/// Measured at 3,000 services: `nginx -t` takes 10 ms where each is a line with an address, 35 ms where each is a line
/// with an upstream, 107 ms where each has a server block. A client sees no difference.
struct Layout {
    /// How a host is written.
    enum Form {
        case line, server
    }

    /// Up to so many upstreams a table may name some: `proxy_pass` with a variable searches them all at every request,
    /// at 4 ns each.
    static let mostUpstreamsBehindTable = 3_000

    private let servers: Set<Hostname>
    /// How many upstreams and peers all hosts together have.
    let upstreamCount: Int
    let peerCount: Int

    init(of hosts: [VirtualHost]) {
        let upstreams = hosts.map(\.upstreamsNeeded)
        let tableFits = upstreams.reduce(0, +) <= Self.mostUpstreamsBehindTable
        var servers: Set<Hostname> = []
        var suffixesOfServers: Set<String> = []
        // A broad wildcard comes before the narrower names below it: those are longer.
        let byLength = hosts.sorted { ($0.name.text.utf8.count, $0.name) < ($1.name.text.utf8.count, $1.name) }
        for host in byLength {
            let needsServer = !host.isPlain || (host.upstreamsNeeded > 0 && !tableFits)
            guard needsServer || isCovered(host.name, by: suffixesOfServers) else { continue }
            servers.insert(host.name)
            if host.name.isWildcard { suffixesOfServers.insert(host.name.text) }
        }
        self.servers = servers
        let written = hosts.filter { servers.contains($0.name) || $0.upstreamsNeeded > 0 }.flatMap(\.pools)
        upstreamCount = written.count
        peerCount = written.reduce(0) { $0 + $1.peers.count }
    }

    func form(of host: VirtualHost) -> Form { servers.contains(host.name) ? .server : .line }
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

extension VirtualHost {
    /// Whether the host is one pool of peers and nothing else.
    fileprivate var isPlain: Bool {
        guard routes.count == 1, routes[0].path.isRoot else { return false }
        if case .forward(_, let strippingPath) = routes[0].action { return !strippingPath }
        return true
    }

    /// The pools that its routes forward to.
    fileprivate var pools: [Upstream] {
        routes.compactMap { route in
            if case .forward(let upstream, _) = route.action { upstream } else { nil }
        }
    }

    /// How many upstreams it needs even where it can be a line of the table.
    fileprivate var upstreamsNeeded: Int { isPlain ? pools.count { $0.peers.count > 1 } : pools.count }
}
