/// What came of routing the last snapshot, so that only what has changed is routed again.
///
/// Whatever it holds, the routing is the same as without it. Services are told by their identity, which those of a
/// `SnapshotMemory` keep from snapshot to snapshot, and their tasks by a number that it counts.
public final class RoutingMemory {
    let settings: Settings
    let clusters: [ClusterMemory]
    private var services = SortedServices()
    /// The services that no cluster took, and what was said of them.
    private var lost: (services: [Service], diagnostics: [Diagnostic]) = ([], [])
    private var surroundings = Surroundings()

    /// Of snapshots that are routed under `settings`.
    public init(under settings: Settings) {
        self.settings = settings
        clusters = settings.extensions.map { _ in ClusterMemory() }
    }

    /// Forgets what `snapshot` makes invalid for services and tasks that have not changed.
    func prepare(for snapshot: Snapshot) {
        let now = Surroundings(snapshot)
        if !now.isSame(as: surroundings, for: snapshot) { for cluster in clusters { cluster.forget() } }
        surroundings = now
    }

    /// The services in the order in which they count.
    func sort(_ services: [Service]) -> SortedServices {
        self.services = self.services.replaced(by: services) ?? SortedServices(services)
        return self.services
    }

    /// What is to be said of services that no cluster takes.
    func diagnostics(ofLost services: [Service], _ find: ([Service]) -> [Diagnostic]) -> [Diagnostic] {
        if !lost.services.areIdentical(to: services) { lost = (services, find(services)) }
        return lost.diagnostics
    }
}

extension [Service] {
    /// Whether these are the same objects in the same order.
    ///
    /// References are compared as numbers, without counting any.
    func areIdentical(to others: [Service]) -> Bool {
        guard count == others.count else { return false }
        return withUnsafeBytes { services in
            others.withUnsafeBytes { others in
                services.baseAddress == others.baseAddress
                    || services.bindMemory(to: UInt.self).elementsEqual(others.bindMemory(to: UInt.self))
            }
        }
    }
}
