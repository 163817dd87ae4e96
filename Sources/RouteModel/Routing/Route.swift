/// What `route` gives: a table for every service cluster, and what concerns none of them.
public struct Routing: Sendable {
    /// One for every extension of the settings, in their order.
    public let tables: [RoutingTable]
    /// About services that belong to no cluster.
    public let diagnostics: [Diagnostic]
}

/// Routes every service cluster. Never fails: what cannot be routed is left out and reported.
///
/// Services count in the order of their names and then IDs, by bytes, so that the order of the input shows nowhere.
///
/// - Parameter previous: the tables of the state before, if it is known. Of networks that would do equally well the
///   proxies keep those that they have joined, by these tables or by the snapshot's own word.
public func route(_ snapshot: Snapshot, under settings: Settings, after previous: [RoutingTable] = []) -> Routing {
    var byCluster: [ByteString: [Service]] = [:]
    for service in snapshot.services.sorted(by: precedes) {
        byCluster[service.cluster, default: []].append(service)
    }
    let tasks = TasksByService(snapshot)
    let tables = settings.extensions.map { cluster in
        let attached = snapshot.networks(joinedBy: cluster, after: previous.first { $0.cluster == cluster.name })
        return Router(cluster, snapshot, tasks, attached: attached).route(byCluster[cluster.cluster] ?? [])
    }
    for cluster in settings.extensions { byCluster[cluster.cluster] = nil }
    let known = settings.extensions.map(\.serviceCluster)
    let lost = byCluster.values.joined().flatMap { diagnostics(ofLost: $0, among: known) }
    return Routing(tables: tables, diagnostics: lost.sorted())
}

/// What the owner of a service that no cluster takes should know: the cause may be a label that is misspelt, or on the
/// containers.
private func diagnostics(ofLost service: Service, among known: [String]) -> [Diagnostic] {
    var reader = LabelReader(service: service, secrets: nil, isByClientAddress: false)
    reader.reportLabelsWithoutEffect()
    guard !service.labels.areOnContainersAlone else { return reader.diagnostics }
    return reader.diagnostics + [.clusterUnknown(service, among: known)]
}

/// The order in which services count: the first of a host decides where they disagree.
private func precedes(_ a: Service, _ b: Service) -> Bool {
    a.name == b.name ? a.idText < b.idText : a.name < b.name
}

extension Snapshot {
    /// The IDs of the networks that a cluster's proxies have joined.
    fileprivate func networks(joinedBy cluster: Extension, after table: RoutingTable?) -> Set<ByteString> {
        let own = proxies[ByteString(cluster.proxyService.name.utf8)]?.networks.map { network(named: $0) } ?? []
        return Set(own.map { identifiers.text(of: $0) } + (table?.networks.map(\.id) ?? []))
    }
}

extension Extension {
    /// The service cluster that the extension is for.
    var cluster: ByteString { ByteString(trimmed(Array(serviceCluster.utf8))) }
}

extension Service {
    /// The service cluster that the service asks for; empty if it asks for none.
    var cluster: ByteString { labels[.serviceCluster].map { ByteString(trimmed($0.bytes)) } ?? "" }
}
