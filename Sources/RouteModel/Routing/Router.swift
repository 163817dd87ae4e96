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
    ///
    /// - Parameter early: what their labels ask for, if that was read before.
    func route(_ services: [Service], knowing early: ClusterLabels? = nil) -> RoutingTable {
        let candidates = candidates(of: services, knowing: early)
        let found = self.claims(of: candidates)
        let claims = found.compactMap { $0 }
        let hosts = memory?.hosts(of: claims) ?? ClaimsByHost(found, in: early?.hosts ?? HostOrder(of: candidates))
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

    /// What each service asks for; `nil` for those that cannot be routed.
    private func candidates(of services: [Service], knowing early: ClusterLabels?) -> [Candidate?] {
        services.enumerated().map { index, service in
            let known = early?.readings[index]
            let (candidate, found) =
                known.flatMap { stays($0) ? ($0.candidate, $0.diagnostics) : nil }
                ?? memory?.candidate(of: service) ?? readLabels(of: service)
            diagnostics += found
            return candidate
        }
    }

    /// Whether a reading that knew of no secrets is still true.
    private func stays(_ reading: LabelReading) -> Bool { snapshot.secrets == nil || !reading.dependsOnSecrets }

    /// What can be routed of what services ask for, with the peers of each; `nil` for the others.
    private func claims(of candidates: [Candidate?]) -> [Claim?] {
        let (reaches, networks) = chooseNetworks(for: candidates.compactMap { $0?.service })
        self.networks = networks
        var next = reaches.makeIterator()
        return candidates.map { candidate in
            guard let candidate, let reach = next.next() ?? nil else { return nil }
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
        let reading = LabelReading(
            of: service, secrets: snapshot.secrets, isByClientAddress: cluster.proxy.ipHash)
        memory?.remember(reading.candidate, reading.diagnostics, of: service)
        return (reading.candidate, reading.diagnostics)
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
