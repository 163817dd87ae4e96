/// What came of routing one service cluster the last time, from its services' labels to its table.
///
/// Each part holds while what it was made of is the same: objects by their identity, the tasks of a service by their
/// version. What all parts depend on is the `RoutingMemory`'s business.
final class ClusterMemory {
    /// What a service's labels ask for, and what was said of them.
    private struct Labels {
        let service: Service
        let candidate: Candidate?
        let diagnostics: [Diagnostic]
    }

    /// A claim, and the version of the tasks that it was made of.
    struct VersionedClaim {
        let claim: Claim
        let version: Int32
    }

    /// For so many services at most that have other tasks the last table is changed where they are in it.
    private static let mostUpdates = 256

    /// What the last table was made of, beside all that has parts of its own.
    private var services: [Service] = []
    private var versions: [Int32] = []
    private var attached: Set<ByteString> = []
    private var table: RoutingTable?

    private var labels = OrderedMemory<Labels>()
    var networks = OrderedMemory<NetworkDecision>()
    var claims = OrderedMemory<VersionedClaim>()
    var claimsByHost = ClaimsByHost([])
    var hosts = OrderedMemory<RememberedHost>()
    private var uses: (networks: [NetworkUse], services: [Service], reaches: [Reach?])?
    private var diagnostics: (found: [Diagnostic], sorted: [Diagnostic]) = ([], [])

    func forget() {
        (table, uses) = (nil, nil)
        labels = OrderedMemory()
        networks = OrderedMemory()
        claims = OrderedMemory()
        hosts = OrderedMemory()
    }

    /// The last table if nothing of it has changed, or with what has changed alone routed again; else the one that
    /// `router` makes.
    func table(of services: [Service], by router: Router) -> RoutingTable {
        let versions = services.map { router.input.snapshot.taskVersion(of: $0) }
        if let table = update(for: services, versions, by: router) { return table }
        let table = router.route(services)
        (self.services, self.versions, attached) = (services, versions, router.input.attached)
        self.table = table
        labels.keep()
        networks.keep()
        claims.keep()
        hosts.keep()
        return table
    }

    /// The last table with other peers; `nil` if more has changed than the tasks of some services.
    private func update(for services: [Service], _ versions: [Int32], by router: Router) -> RoutingTable? {
        guard var table, router.input.attached == attached, services.areIdentical(to: self.services) else { return nil }
        let changed = services.indices.filter { versions[$0] != self.versions[$0] }
        guard !changed.isEmpty else { return table }
        guard changed.count <= Self.mostUpdates else { return nil }
        for index in changed {
            guard routeAgain(services[index], at: index, version: versions[index], by: router, in: &table) else {
                return nil
            }
        }
        self.versions = versions
        self.table = table
        return table
    }

    // MARK: Parts

    func candidate(of service: Service) -> (Candidate?, [Diagnostic])? {
        labels.recall { $0.service === service }.map { ($0.candidate, $0.diagnostics) }
    }

    func remember(_ candidate: Candidate?, _ diagnostics: [Diagnostic], of service: Service) {
        labels.remember(Labels(service: service, candidate: candidate, diagnostics: diagnostics))
    }

    func claim(of candidate: Candidate, over reach: Reach, in snapshot: Snapshot) -> Claim? {
        let version = snapshot.taskVersion(of: candidate.service)
        return claims.recall {
            $0.claim.candidate === candidate && $0.version == version && $0.claim.reach == reach
        }?.claim
    }

    func remember(_ claim: Claim, in snapshot: Snapshot) {
        claims.remember(VersionedClaim(claim: claim, version: snapshot.taskVersion(of: claim.service)))
    }

    /// The networks that the proxies join, if these services were reached in the same ways the last time.
    func networkUses(by services: [Service], over reaches: [Reach?]) -> [NetworkUse]? {
        guard let uses, uses.reaches == reaches, uses.services.areIdentical(to: services) else { return nil }
        return uses.networks
    }

    func remember(_ networks: [NetworkUse], by services: [Service], over reaches: [Reach?]) {
        uses = (networks, services, reaches)
    }

    func hosts(of claims: [Claim]) -> ClaimsByHost {
        claimsByHost = claimsByHost.replaced(by: claims) ?? ClaimsByHost(claims)
        return claimsByHost
    }

    /// What comes of a host, routed again if its claims are others than the last time.
    func host(_ name: Hostname, _ claims: [Claim]) -> RoutedHost {
        let known = hosts.recall { $0.claims.elementsEqual(claims, by: ===) && $0.name == name }
        if let known { return known.routed }
        let host = RememberedHost(name, claims)
        hosts.remember(host)
        return host.routed
    }

    func sort(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        if self.diagnostics.found != diagnostics { self.diagnostics = (diagnostics, diagnostics.sorted()) }
        return self.diagnostics.sorted
    }
}

extension Snapshot {
    /// A number that changes when the tasks of a service do, in the life of the memory that the snapshot was read with.
    fileprivate func taskVersion(of service: Service) -> Int32 {
        let index = Int(service.id.index)
        return index < taskVersions.count ? taskVersions[index] : 0
    }
}
