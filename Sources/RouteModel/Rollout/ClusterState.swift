/// One service cluster at one moment: how its proxies are to run and what they serve.
public struct ClusterState: Sendable {
    /// The extension of config.toml.
    public let settings: Extension
    /// What it serves.
    public let table: RoutingTable
    /// Its nginx.conf.
    public let file: FileSummary
    /// The IDs of the secrets that its proxies need; without those that the snapshot does not tell.
    let secretIDs: [SecretName: ByteString]
    /// The networks that its proxies are attached to by the snapshot's own word, by ID.
    let attached: [ByteString: ByteString]
    /// The addresses of peers that are no task's own and stay when tasks move: virtual IPs, and those of nodes.
    let sharedAddresses: [IPAddress]

    /// - Parameter snapshot: the one that `table` was made of.
    public init(_ settings: Extension, _ table: RoutingTable, _ file: FileSummary, of snapshot: Snapshot) {
        self.settings = settings
        self.table = table
        self.file = file
        let secrets = table.secrets.compactMap { name in snapshot.id(of: name).map { (name, $0) } }
        secretIDs = Dictionary(uniqueKeysWithValues: secrets)
        let networks = snapshot.proxies[ByteString(settings.proxyService.name.utf8)]?.networks ?? []
        let attached = networks.map { snapshot.network(named: $0) }.map { id in
            let text = snapshot.identifiers.text(of: id)
            return (text, snapshot.networks[id]?.name ?? text)
        }
        self.attached = Dictionary(attached) { first, _ in first }
        let virtual = snapshot.services.lazy.flatMap(\.virtualIPs).compactMap(\.address)
        sharedAddresses = Array(virtual) + snapshot.nodes.values.compactMap(\.address)
    }
}

/// What a plan has to know of a cluster's nginx.conf.
public struct FileSummary: Hashable, Sendable {
    /// Tells files with other bytes apart.
    public let hash: String
    /// In bytes.
    public let size: Int
    /// The config objects that hold it, by name: the main file first, then its parts.
    public let objects: [String]

    /// A file with these properties.
    public init(hash: String, size: Int, objects: [String]) {
        self.hash = hash
        self.size = size
        self.objects = objects
    }
}
