/// One service cluster at one moment: how its proxies are to run and what they serve.
public struct ClusterState: Sendable {
    /// The extension of config.toml.
    public let settings: Extension
    /// What it serves.
    public let table: RoutingTable
    /// Its nginx.conf.
    public let file: FileSummary
    /// The secrets that its proxies need, by name.
    let secrets: [SecretName]
    /// The IDs of the secrets that its proxies need; without those that the snapshot does not tell.
    let secretIDs: [SecretName: ByteString]
    /// The networks that its proxies are attached to by the snapshot's own word, by ID.
    let attached: [ByteString: ByteString]
    /// The addresses of peers that are no task's own and stay when tasks move: virtual IPs, and those of nodes.
    let sharedAddresses: [IPAddress]

    /// - Parameters:
    ///   - file: what the file's summary is; asked last, as whoever hashes it may take some time.
    ///   - snapshot: the one that `table` was made of.
    public init(
        _ settings: Extension, _ table: RoutingTable, _ file: @autoclosure () -> FileSummary, of snapshot: Snapshot
    ) {
        self.settings = settings
        self.table = table
        secrets = table.secrets
        let known = secrets.compactMap { name in snapshot.id(of: name).map { (name, $0) } }
        secretIDs = Dictionary(uniqueKeysWithValues: known)
        let networks = snapshot.proxies[ByteString(settings.proxyService.name.utf8)]?.networks ?? []
        let attached = networks.map { snapshot.network(named: $0) }.map { id in
            let text = snapshot.identifiers.text(of: id)
            return (text, snapshot.networks[id]?.name ?? text)
        }
        self.attached = Dictionary(attached) { first, _ in first }
        var addresses = snapshot.nodes.values.compactMap(\.address)
        for service in snapshot.services {
            for attachment in service.virtualIPs { if let address = attachment.address { addresses.append(address) } }
        }
        sharedAddresses = addresses
        self.file = file()
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
