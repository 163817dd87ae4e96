/// The Swarm services that run one service cluster, as the Docker Engine API takes them (`ServiceSpec`, for
/// `POST /services/create` and `POST /services/ID/update`). API 1.30 is the first with all fields that are used.
///
/// Of two kinds: the proxies, and the config service. With `HitlessServiceUpdate` the latter brings a changed file to
/// proxies that run, through a volume that both mount, since Swarm can change a config object only by replacing the
/// tasks that have it, which costs the proxies 1 to 2 seconds for each of their networks.
public struct ServiceSpecs: Sendable {
    let cluster: Extension
    let table: RoutingTable
    /// The file that nginx is started with.
    let main: ConfigObject
    /// The files that it includes.
    let parts: [ConfigObject]
    let snapshot: Snapshot

    /// The services of `cluster`.
    ///
    /// - Parameters:
    ///   - table: what the cluster serves; it tells the networks and secrets.
    ///   - main: the cluster's nginx.conf.
    ///   - parts: the files that it includes, in its folder.
    ///   - snapshot: what knows the IDs of networks, secrets and config objects.
    public init(
        of cluster: Extension, serving table: RoutingTable, main: ConfigObject, parts: [ConfigObject],
        in snapshot: Snapshot
    ) {
        self.cluster = cluster
        self.table = table
        self.main = main
        self.parts = parts
        self.snapshot = snapshot
    }

    /// The files with their names in a proxy's container: the main one has the name that `ProxyConfigPath` gives it.
    var files: [(name: String, object: ConfigObject)] {
        [(cluster.proxyConfigPath.name, main)] + parts.map { ($0.file, $0) }
    }
}

// MARK: What both services have

extension ServiceSpecs {
    /// Where the proxies may run. The config service runs on the same nodes.
    func placement(_ preferences: [String] = []) -> JSON {
        let spreads = preferences.compactMap { PlacementPreference($0) }.map { preference in
            JSON.object([("Spread", .object([("SpreadDescriptor", .string(preference.descriptor))]))])
        }
        return .spec([
            ("Constraints", .array(cluster.proxyService.constraints.map { .string($0) })),
            ("Preferences", .array(spreads)),
        ])
    }

    /// The files as config objects, mounted in `folder`. Nothing in them is secret: whoever looks into the container may
    /// read them. An object that the snapshot does not have has an empty ID.
    func configs(in folder: String) -> JSON {
        .array(
            files.map { name, object in
                .object([
                    ("File", file("\(folder)/\(name)", mode: 0o444)),
                    ("ConfigID", .text(snapshot.id(ofConfig: ByteString(object.name.utf8)) ?? "")),
                    ("ConfigName", .string(object.name)),
                ])
            })
    }

    /// A file that Swarm mounts from a config object or a secret.
    func file(_ path: String, mode: Int) -> JSON {
        .object([("Name", .string(path)), ("UID", .string("0")), ("GID", .string("0")), ("Mode", .number(mode))])
    }

    /// The mount of the volume that brings files to running proxies.
    ///
    /// Without a copy of what the image has in that folder: a proxy that has not been given its file yet must not answer
    /// by the image's own.
    func volume(isReadOnly: Bool) -> JSON {
        .object([
            ("Type", .string("volume")),
            ("Source", .string(cluster.volumeName)),
            ("Target", .string(cluster.proxyConfigPath.folder)),
            ("ReadOnly", .boolean(isReadOnly)),
            ("VolumeOptions", .object([("NoCopy", .boolean(true))])),
        ])
    }
}

extension Extension {
    /// The volume that brings files to running proxies; each node has its own of that name.
    var volumeName: String { "com.docker.interlock.proxy.\(name)" }
}

extension JSON {
    /// An object without the members that are empty: the Engine has its own default for what is absent.
    static func spec(_ members: [(String, JSON)]) -> JSON { .object(members.filter { !$0.1.isEmpty }) }

    private var isEmpty: Bool {
        switch self {
        case .string(let text): text.utf8.isEmpty
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .null, .boolean, .number: false
        }
    }
}
