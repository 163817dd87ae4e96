/// Routes one service cluster.
///
/// A class, since what it knows of the snapshot would be copied for every question about it: that took 9 % of the whole
/// job.
final class Router {
    let cluster: Extension
    let snapshot: Snapshot
    let tasks: TasksByService
    /// The IDs of networks that the proxies are attached to already.
    let attached: Set<ByteString>
    /// The networks that the proxies join.
    private var networks: [NetworkUse] = []
    var diagnostics: [Diagnostic] = []

    init(_ cluster: Extension, _ snapshot: Snapshot, _ tasks: TasksByService, attached: Set<ByteString>) {
        self.cluster = cluster
        self.snapshot = snapshot
        self.tasks = tasks
        self.attached = attached
    }

    /// Routes `services`, which are this cluster's and in the order in which they count.
    func route(_ services: [Service]) -> RoutingTable {
        let claims = claims(of: services)
        let hosts = ClaimsByHost(claims)
        var table = RoutingTable(cluster: cluster.name)
        for (name, claims) in hosts {
            var host = HostRouter(name: name, claims: claims)
            host.route(into: &table)
            diagnostics += host.diagnostics
        }
        routeFallback(claims.filter(\.candidate.isFallback), into: &table)
        breakRedirectLoops(in: &table, claims)
        table.networks = networks
        table.diagnostics = diagnostics.sorted()
        return table
    }

    /// Takes redirects back that close a circle; their hosts are routed.
    private func breakRedirectLoops(in table: inout RoutingTable, _ claims: [Claim]) {
        var targets: [Hostname: RedirectTarget] = [:]
        for host in table.hosts {
            if case .to(let target)? = host.redirect { targets[host.name] = target }
        }
        guard !targets.isEmpty else { return }
        var loops = RedirectLoops(among: Set(table.hosts.map(\.name)), on: cluster.publishedPort)
        var closing: Set<Hostname> = []
        for claim in claims where !claim.candidate.redirects.isEmpty {
            for host in claim.candidate.hosts {
                guard let target = targets[host], claim.candidate.redirects[host] == target else { continue }
                targets[host] = nil
                if loops.add(host, to: target) { continue }
                closing.insert(host)
                diagnostics.append(.redirectCircle(host, of: claim.service))
            }
        }
        guard !closing.isEmpty else { return }
        table.hosts = table.hosts.map { closing.contains($0.name) ? $0.withoutRedirect : $0 }
    }

    /// What can be routed, with the peers of each.
    private func claims(of services: [Service]) -> [Claim] {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(services.count)
        for service in services {
            var reader = LabelReader(
                service: service, secrets: snapshot.secrets, isByClientAddress: cluster.proxy.ipHash)
            if let candidate = try? reader.candidate() { candidates.append(candidate) }
            diagnostics += reader.diagnostics
        }
        let (reaches, networks) = chooseNetworks(for: candidates.map(\.service))
        self.networks = networks
        return candidates.indices.compactMap { index in
            reaches[index].map { claim(of: candidates[index], over: $0) }
        }
    }

    /// The first service that answers unknown hosts does; a second one is told.
    private func routeFallback(_ claims: [Claim], into table: inout RoutingTable) {
        guard let first = claims.first else { return }
        for claim in claims.dropFirst() {
            diagnostics.append(.fallbackTaken(claim.candidate.service, by: first.candidate.service))
        }
        if first.candidate.tls == .passthrough {
            table.passthroughFallback =
                first.peers.isEmpty ? nil : Upstream(peers: first.peers, affinity: first.candidate.affinity)
            return
        }
        var certificate: Certificate?
        if case .terminated(let own) = first.candidate.tls { certificate = own }
        var groups = RouteGroups(claims: [first], host: nil)
        table.fallback = Fallback(routes: groups.routes(), certificate: certificate)
        diagnostics += groups.diagnostics
    }
}

/// What one service asks for, and where it answers.
///
/// A class, since every host of the service has it: a copy counts one reference instead of twenty.
final class Claim {
    let candidate: Candidate
    /// Each address once, in their order.
    let peers: [Peer]
    /// The name to ask for addresses instead, if the service wants that.
    let domain: ServiceDomain?

    init(candidate: Candidate, peers: [Peer], domain: ServiceDomain?) {
        self.candidate = candidate
        self.peers = peers
        self.domain = domain
    }

    /// Whose it is.
    var service: Service { candidate.service }
}
