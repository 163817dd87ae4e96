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
/// - Parameter early: what was found out of the snapshot's services before, under the same settings. No thread may be
///   reading there any more, and it is of use once.
/// - Parameter thread: does a part of the work, where there is a second processor.
public func route(
    _ snapshot: Snapshot, under settings: Settings, after previous: [RoutingTable] = [],
    knowing early: EarlyLabels? = nil, with thread: (any SecondThread)? = nil
) -> Routing {
    let found = early?.take()
    let services = found?.services ?? SortedServices(snapshot.services)
    let tasks = TasksByService(snapshot)
    var tables: [RoutingTable] = []
    for (index, cluster) in settings.extensions.enumerated() {
        let attached = snapshot.networks(joinedBy: cluster, after: previous.first { $0.cluster == cluster.name })
        let router = Router(ClusterInput(cluster, snapshot, tasks, attached: attached), with: thread)
        tables.append(router.route(services[cluster], knowing: found?.clusters[index]))
    }
    return Routing(tables: tables, diagnostics: diagnostics(ofLost: services.lost(under: settings), under: settings))
}

/// Routes every service cluster, with the help of what is remembered of the last snapshot: what has not changed is not
/// routed again. Of networks that would do equally well the proxies keep those that the snapshot says they have joined.
public func route(_ snapshot: Snapshot, remembering memory: RoutingMemory) -> Routing {
    let (settings, services) = (memory.settings, memory.sort(snapshot.services))
    memory.prepare(for: snapshot)
    let tasks = TasksByService(snapshot)
    let tables = zip(settings.extensions, memory.clusters).map { cluster, memory in
        let attached = snapshot.networks(joinedBy: cluster, after: nil)
        let input = ClusterInput(cluster, snapshot, tasks, attached: attached)
        return memory.table(of: services[cluster], by: Router(input, remembering: memory))
    }
    let lost = memory.diagnostics(ofLost: services.lost(under: settings)) { diagnostics(ofLost: $0, under: settings) }
    return Routing(tables: tables, diagnostics: lost)
}

/// What is to be said of services that no cluster takes.
private func diagnostics(ofLost services: [Service], under settings: Settings) -> [Diagnostic] {
    let known = settings.extensions.map(\.serviceCluster)
    return services.flatMap { diagnostics(ofLost: $0, among: known) }.sorted()
}

/// What the owner of a service that no cluster takes should know: the cause may be a label that is misspelt, or on the
/// containers.
private func diagnostics(ofLost service: Service, among known: [String]) -> [Diagnostic] {
    var reader = LabelReader(service: service, secrets: nil, proxies: .unknown)
    reader.reportLabelsWithoutEffect()
    guard !service.labels.areOnContainersAlone else { return reader.diagnostics }
    return reader.diagnostics + [.clusterUnknown(service, among: known)]
}

extension Snapshot {
    /// The IDs of the networks that a cluster's proxies have joined.
    fileprivate func networks(joinedBy cluster: Extension, after table: RoutingTable?) -> Set<ByteString> {
        let own = proxies[ByteString(cluster.proxyService.name.utf8)]?.networks.map { network(named: $0) } ?? []
        return Set(own.map { identifiers.text(of: $0) } + (table?.networks.map(\.id) ?? []))
    }
}

extension SortedServices {
    /// Those of one cluster.
    subscript(cluster: Extension) -> [Service] { byCluster[cluster.cluster] ?? [] }

    /// Those that no cluster takes.
    fileprivate func lost(under settings: Settings) -> [Service] {
        let taken = Set(settings.extensions.map(\.cluster))
        return byCluster.filter { !taken.contains($0.key) }.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}

extension Extension {
    /// The service cluster that the extension is for.
    var cluster: ByteString { ByteString(trimmed(Array(serviceCluster.utf8))) }
}
