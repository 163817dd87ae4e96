/// What the routes of a service depend on beside itself, its tasks and the settings.
struct Surroundings {
    private var networks: [Identifier: Network] = [:]
    private var addresses: [Identifier: IPAddress?] = [:]
    private var secrets: [SecretName: ByteString]?

    init() {}

    init(_ snapshot: Snapshot) {
        networks = snapshot.networks
        addresses = snapshot.nodes.mapValues(\.address)
        secrets = snapshot.secrets
    }

    /// Whether services and tasks of `snapshot`, whose surroundings these are, would be routed as in `others`.
    ///
    /// Networks that carry no routed traffic count only where something is attached to them: which manager answers
    /// decides which local ones are listed.
    func isSame(as others: Surroundings, for snapshot: Snapshot) -> Bool {
        guard addresses == others.addresses, secrets == others.secrets else { return false }
        guard networks != others.networks else { return true }
        let ids = Set(networks.keys).union(others.networks.keys)
        var changed = KnownNetworks()
        for id in ids where networks[id] != others.networks[id] {
            guard networks[id]?.isRoutable != true, others.networks[id]?.isRoutable != true else { return false }
            changed.insert(id)
        }
        return !snapshot.attaches(to: changed)
    }
}

extension Snapshot {
    /// Whether a service or a task is attached to one of `networks`.
    fileprivate func attaches(to networks: KnownNetworks) -> Bool {
        services.contains { $0.networks.contains { networks.contains($0) } }
            || tasks.indices.contains { tasks[$0].isAttached(to: networks) }
    }
}
