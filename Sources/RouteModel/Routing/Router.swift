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
    /// What came of routing the cluster the last time, if that is to be used again.
    let memory: ClusterMemory?
    var diagnostics: [Diagnostic] = []

    init(
        _ cluster: Extension, _ snapshot: Snapshot, _ tasks: TasksByService, attached: Set<ByteString>,
        remembering memory: ClusterMemory? = nil
    ) {
        self.cluster = cluster
        self.snapshot = snapshot
        self.tasks = tasks
        self.attached = attached
        self.memory = memory
    }

    /// Routes `services`, which are this cluster's and in the order in which they count.
    func route(_ services: [Service]) -> RoutingTable {
        let claims = claims(of: services)
        let hosts = memory?.hosts(of: claims) ?? ClaimsByHost(claims)
        var table = RoutingTable(cluster: cluster.name)
        for (name, claims) in hosts {
            let host = memory?.host(name, claims) ?? route(name, claims)
            host.add(to: &table)
            diagnostics += host.diagnostics
        }
        routeFallback(claims.filter(\.candidate.isFallback), into: &table)
        breakRedirectLoops(in: &table, claims)
        table.networks = networks
        table.diagnostics = memory?.sort(diagnostics) ?? diagnostics.sorted()
        return table
    }

    private func route(_ name: Hostname, _ claims: [Claim]) -> RoutedHost {
        var host = HostRouter(name: name, claims: claims)
        let routed = host.route()
        memory?.hosts.remember(routed)
        return routed
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
            let (candidate, found) = memory?.candidate(of: service) ?? readLabels(of: service)
            if let candidate { candidates.append(candidate) }
            diagnostics += found
        }
        let (reaches, networks) = chooseNetworks(for: candidates.map(\.service))
        self.networks = networks
        return candidates.indices.compactMap { index in
            guard let reach = reaches[index] else { return nil }
            let candidate = candidates[index]
            let claim =
                memory?.claim(of: candidate, over: reach, in: snapshot) ?? findPeers(of: candidate, over: reach)
            diagnostics += claim.diagnostics
            return claim
        }
    }

    private func findPeers(of candidate: Candidate, over reach: Reach) -> Claim {
        let claim = claim(of: candidate, over: reach)
        memory?.remember(claim, in: snapshot)
        return claim
    }

    private func readLabels(of service: Service) -> (Candidate?, [Diagnostic]) {
        var reader = LabelReader(service: service, secrets: snapshot.secrets, isByClientAddress: cluster.proxy.ipHash)
        let candidate = try? reader.candidate()
        memory?.remember(candidate, reader.diagnostics, of: service)
        return (candidate, reader.diagnostics)
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
