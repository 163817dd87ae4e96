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
    private struct VersionedClaim {
        let claim: Claim
        let version: Int32
    }

    /// What the last table was made of, beside all that has parts of its own.
    private var services: [Service] = []
    private var versions: [Int32] = []
    private var attached: Set<ByteString> = []
    private var table: RoutingTable?

    private var labels = OrderedMemory<Labels>()
    var networks = OrderedMemory<NetworkDecision>()
    private var claims = OrderedMemory<VersionedClaim>()
    private var claimsByHost = ClaimsByHost([])
    var hosts = OrderedMemory<RoutedHost>()
    private var uses: (networks: [NetworkUse], services: [Service], reaches: [Reach?])?
    private var diagnostics: (found: [Diagnostic], sorted: [Diagnostic]) = ([], [])

    func forget() {
        (table, uses) = (nil, nil)
        labels = OrderedMemory()
        networks = OrderedMemory()
        claims = OrderedMemory()
        hosts = OrderedMemory()
    }

    /// The last table if nothing of it has changed, else the one that `route` makes.
    func table(
        of services: [Service], _ snapshot: Snapshot, _ attached: Set<ByteString>, _ route: () -> RoutingTable
    ) -> RoutingTable {
        let versions = services.map { snapshot.taskVersion(of: $0) }
        if let table, services.areIdentical(to: self.services), versions == self.versions, attached == self.attached {
            return table
        }
        let table = route()
        (self.services, self.versions, self.attached) = (services, versions, attached)
        self.table = table
        labels.keep()
        networks.keep()
        claims.keep()
        hosts.keep()
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

    func host(_ name: Hostname, _ claims: [Claim]) -> RoutedHost? {
        hosts.recall { $0.claims.elementsEqual(claims, by: ===) && $0.name == name }
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
