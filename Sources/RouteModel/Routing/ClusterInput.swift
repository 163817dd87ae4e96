/// What one service cluster is routed by. Two threads can look at it, since nobody changes it.
///
/// A class, since it would be copied for every question about it: that took 9 % of the whole job.
final class ClusterInput: Sendable {
    let cluster: Extension
    let proxies: ProxyTraits
    let snapshot: Snapshot
    let tasks: TasksByService
    /// The IDs of networks that the proxies are attached to already.
    let attached: Set<ByteString>
    /// The networks that the settings list.
    let listed: ListedNetworks

    init(_ cluster: Extension, _ snapshot: Snapshot, _ tasks: TasksByService, attached: Set<ByteString>) {
        self.cluster = cluster
        proxies = ProxyTraits(of: cluster)
        self.snapshot = snapshot
        self.tasks = tasks
        self.attached = attached
        listed = ListedNetworks(cluster)
    }
}
