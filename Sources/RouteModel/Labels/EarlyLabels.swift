/// What is known of services before the rest of their snapshot has been read: in which order they count, and what their
/// labels ask for.
///
/// Tasks are 72 % of a snapshot and follow the services, so that a second thread can find this out meanwhile.
public struct EarlyLabels: Sendable {
    let services: SortedServices
    /// One for each service cluster of the settings.
    let clusters: [ClusterLabels]

    /// Of all services of a snapshot that is routed under `settings`.
    public init(of services: [Service], under settings: Settings) {
        let sorted = SortedServices(services)
        self.services = sorted
        clusters = settings.extensions.map { ClusterLabels(of: sorted[$0], for: ProxyTraits(of: $0)) }
    }
}

/// What the labels of a cluster's services ask for as long as nobody knows which secrets there are.
struct ClusterLabels: Sendable {
    /// Of the services in the order in which they count.
    let readings: [LabelReading]
    /// The hosts that the same services ask for, which no secret changes.
    let hosts: HostOrder

    fileprivate init(of services: [Service], for proxies: ProxyTraits) {
        readings = services.map { LabelReading(of: $0, secrets: nil, for: proxies) }
        hosts = HostOrder(of: readings.map(\.candidate))
    }
}
