/// Routes one service cluster.
final class Router {
    let input: ClusterInput
    /// The networks that the proxies join.
    private var networks: [NetworkUse] = []
    /// What came of routing the cluster the last time, if that is to be used again.
    let memory: ClusterMemory?
    /// Does half of what there is much of, where nothing is remembered.
    let thread: (any SecondThread)?
    var diagnostics: [Diagnostic] = []

    init(_ input: ClusterInput, with thread: (any SecondThread)? = nil) {
        self.input = input
        memory = nil
        self.thread = thread
    }

    init(_ input: ClusterInput, remembering memory: ClusterMemory) {
        self.input = input
        self.memory = memory
        thread = nil
    }

    /// Routes `services`, which are this cluster's and in the order in which they count.
    ///
    /// - Parameter early: what their labels ask for, if that was read before.
    func route(_ services: [Service], knowing early: ClusterLabels? = nil) -> RoutingTable {
        let candidates = candidates(of: services, knowing: early)
        let found = self.claims(of: candidates)
        let claims = found.compactMap { $0 }
        let hosts = memory?.hosts(of: claims) ?? ClaimsByHost(found, in: early?.hosts ?? HostOrder(of: candidates))
        var table = RoutingTable(cluster: input.cluster.name)
        let routed = routed(hosts)
        (table.hosts, table.passthrough) = (routed.hosts, routed.passthrough)
        diagnostics += routed.diagnostics
        routeFallback(claims.filter(\.candidate.isFallback), into: &table)
        breakRedirectLoops(in: &table, claims)
        table.networks = networks
        table.diagnostics = memory?.sort(diagnostics) ?? diagnostics.sorted()
        return table
    }

    private func routed(_ hosts: ClaimsByHost) -> RoutedHosts {
        var routed = RoutedHosts()
        if let memory {
            for (name, claims) in hosts { routed.append(memory.host(name, claims)) }
            return routed
        }
        guard let thread else { return hosts.routed() }
        let (front, back) = hosts.halves()
        routed += thread.run({ back.routed() }, during: { routed = front.routed() })
        return routed
    }

    /// Takes redirects back that close a circle; their hosts are routed.
    private func breakRedirectLoops(in table: inout RoutingTable, _ claims: [Claim]) {
        var targets: [Hostname: RedirectTarget] = [:]
        for host in table.hosts {
            if case .to(let target)? = host.redirect { targets[host.name] = target }
        }
        guard !targets.isEmpty else { return }
        var loops = RedirectLoops(among: Set(table.hosts.map(\.name)), on: input.cluster.publishedPort)
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
        var readings = early?.readings.joined().makeIterator()
        return services.map { service in
            let known = readings?.next()
            let (candidate, found) =
                known.flatMap { stays($0) ? ($0.candidate, $0.diagnostics) : nil }
                ?? memory?.candidate(of: service) ?? readLabels(of: service)
            diagnostics += found
            return candidate
        }
    }

    /// Whether a reading that knew of no secrets is still true.
    private func stays(_ reading: LabelReading) -> Bool { input.snapshot.secrets == nil || !reading.dependsOnSecrets }

    /// What can be routed of what services ask for, with the peers of each; `nil` for the others.
    private func claims(of candidates: [Candidate?]) -> [Claim?] {
        let (reaches, networks) = chooseNetworks(for: candidates.compactMap { $0?.service })
        self.networks = networks
        var next = reaches.makeIterator()
        let reached = candidates.map { candidate in
            candidate.flatMap { candidate in (next.next() ?? nil).map { Reached(candidate: candidate, reach: $0) } }
        }
        let claims = findPeers(of: reached)
        for claim in claims { if let claim { diagnostics += claim.diagnostics } }
        return claims
    }

    /// What a service asks for, and how it is reached.
    private struct Reached: Sendable {
        let candidate: Candidate
        let reach: Reach
    }

    private func findPeers(of reached: [Reached?]) -> [Claim?] {
        guard let memory else {
            return reached.mapped(with: thread) { [input] in $0.map { input.claim(of: $0.candidate, over: $0.reach) } }
        }
        return reached.map { reached in
            guard let reached else { return nil }
            if let known = memory.claim(of: reached.candidate, over: reached.reach, in: input.snapshot) { return known }
            let claim = input.claim(of: reached.candidate, over: reached.reach)
            memory.remember(claim, in: input.snapshot)
            return claim
        }
    }

    private func readLabels(of service: Service) -> (Candidate?, [Diagnostic]) {
        let reading = LabelReading(of: service, secrets: input.snapshot.secrets, for: input.proxies)
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

extension ClaimsByHost {
    fileprivate func routed() -> RoutedHosts {
        var routed = RoutedHosts()
        for (name, claims) in self { routed.append(HostRouter.route(name, claims)) }
        return routed
    }
}
