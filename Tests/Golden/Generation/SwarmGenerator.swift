import TestSupport

/// Makes Swarms in which services get in each other's way: they share hosts, paths and networks, some of their labels
/// are bad, some have no task.
struct SwarmGenerator {
    /// The values of the label `service_cluster`: those of `settings`, none, and one that no cluster has.
    static let clusters = ["east", "west", "", "south"]

    /// Three service clusters: one that lists its networks, one that does not, one for services without the label.
    static let settings = Array(
        """
        [Extensions.east]
        ServiceCluster = "east"
        Networks = ["shared", "eastnet", "twin"]
        [Extensions.east.Config]
        UpstreamZoneSize = 64
        [Extensions.west]
        ServiceCluster = "west"
        [Extensions.default]
        Networks = ["westnet", "shared"]
        """.utf8)

    private static let networks = [
        GeneratedNetwork(id: "n1east", name: "eastnet"),
        GeneratedNetwork(id: "n2west", name: "westnet"),
        GeneratedNetwork(id: "n3shared", name: "shared"),
        GeneratedNetwork(id: "n4shop", name: "shop_front"),
        GeneratedNetwork(id: "n5twin", name: "twin"),
        GeneratedNetwork(id: "n6twin", name: "twin"),
        GeneratedNetwork(id: "n7ingress", name: "ingress", isIngress: true),
        GeneratedNetwork(id: "n8local", name: "bridge", driver: "bridge", scope: "local"),
    ]

    private var random: SplitMix64
    private var count = 0

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Up to 24 services.
    ///
    /// - Parameter listingNetworks: unless given, as chance will have it.
    mutating func swarm(listingNetworks: Bool? = nil) -> GeneratedSwarm {
        let listed = listingNetworks ?? !random.once(in: 4)
        let services = (0..<Int.random(in: 0...24, using: &random)).map { _ in
            service(of: random.pick(Self.clusters))
        }
        return GeneratedSwarm(services: services, networks: Self.networks, listsNetworks: listed)
    }

    /// The Swarm after services of `cluster` have been added, changed and removed, and no others.
    mutating func change(_ swarm: GeneratedSwarm, in cluster: String) -> GeneratedSwarm {
        var changed = swarm
        changed.services = swarm.services.compactMap { service in
            guard service.cluster == cluster else { return service }
            return random.pick([service, nil, self.changed(service)])
        }
        changed.services += (0...2).map { _ in service(of: cluster) }
        changed.services.shuffle(using: &random)
        return changed
    }

    private mutating func changed(_ service: GeneratedService) -> GeneratedService {
        var changed = service
        let networks = random.pick(0...3, of: Self.networks)
        changed.labels = labels(of: service.cluster)
        changed.tasks = tasks(on: networks)
        changed.targets = networks.map(\.id)
        return changed
    }

    /// A service of its own ID; names come twice.
    mutating func service(of cluster: String) -> GeneratedService {
        count += 1
        let networks = random.pick(0...3, of: Self.networks)
        return GeneratedService(
            id: "s\(UInt32.random(in: .min ... .max, using: &random))-\(count)",
            name: random.pick(["web", "shop", "api"]) + "\(Int.random(in: 0...9, using: &random))",
            cluster: cluster, labels: labels(of: cluster),
            targets: networks.map { random.once(in: 8) ? $0.name : $0.id },
            ports: random.pick(0...2, of: [80, 8080, 0]), isJob: random.once(in: 12), hasID: !random.once(in: 12),
            tasks: tasks(on: networks))
    }

    // MARK: Tasks

    private mutating func tasks(on networks: [GeneratedNetwork]) -> [GeneratedTask] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
            GeneratedTask(
                state: random.pick(["running", "running", "running", "failed"]),
                desiredState: random.pick(["running", "running", "running", "shutdown"]),
                attachments: attachments(to: networks))
        }
    }

    /// An attachment to each network, now and then one more: nothing in the Engine's API forbids it.
    private mutating func attachments(to networks: [GeneratedNetwork]) -> [GeneratedAttachment] {
        let twice = random.once(in: 8) ? networks.prefix(1) : []
        return (networks + twice).map { network in
            GeneratedAttachment(network: network, addresses: addresses())
        }
    }

    private mutating func addresses() -> [String] {
        let number = Int.random(in: 1...40, using: &random)
        let choices = [
            "10.0.9.\(number)/24", "10.0.9.\(number + 100)/24", "10.0.10.\(number)", "fd00::\(number)/64", "10.0.9/24",
            "127.0.0.1",
        ]
        return random.once(in: 3) ? random.pick(0...3, of: choices) : [choices[0]]
    }

    // MARK: Labels

    private mutating func labels(of cluster: String) -> [(name: String, value: JSONValue)] {
        var labels: [(name: String, value: JSONValue)] = [("team", "any")]
        func add(_ label: String, _ text: String) { labels.append(("com.docker.lb.\(label)", .string(text))) }
        if !random.once(in: 12) { add("hosts", hosts()) }
        if !cluster.isEmpty { add("service_cluster", random.once(in: 6) ? " \(cluster)\t" : cluster) }
        if !random.once(in: 4) { add("port", random.pick(Self.ports)) }
        if random.once(in: 2) { add("context_root", random.pick(Self.paths)) }
        if random.once(in: 3) { add("context_root_rewrite", random.pick(["true", "T", "false", "yes"])) }
        if random.once(in: 3) {
            add("network", random.pick(["shared", "n2west", "front", "twin", "nowhere", "ingress"]))
        }
        if random.once(in: 3) { labels.append(("com.docker.stack.namespace", random.pick(["shop", "blog"]))) }
        if random.once(in: 4) { labels += random.pick(1...2, of: Self.labelsWithoutEffect) }
        return labels
    }

    private mutating func hosts() -> String {
        random.pick(1...3, of: random.once(in: 3) ? Self.badHosts : Self.hosts).joined(
            separator: random.pick([",", ", "]))
    }

    private static let hosts = [
        "a.example.com", "A.Example.COM", "b.example.com.", "*.example.com", "*.b.example.com", "x.y.b.example.com",
        "c.org",
        "d.org", "e.org",
    ]
    private static let badHosts = [
        "a.example.com", "c.org", "a b", "http://c.org", "$host", "a;b", "-a.org", "\u{fc}.org", "\"", "",
    ]
    private static let ports = ["80", "8080", "8080", " 9000 ", "0", "65536", "http", ""]
    private static let paths = [
        "/", "/app", "/app/", "/app", "/app/deep", "/other", " /app ", "app", "/a//b", "/..", "/{", "",
    ]
    private static let labelsWithoutEffect: [(name: String, value: JSONValue)] = [
        ("com.docker.lb.host", "c.org"), ("com.docker.lb.", "x"), ("com.docker.lb.\u{1b}[31m\u{e9}", "x"),
        ("com.docker.lb.ssl_only", "true"), ("com.docker.lb.max_fails", .integer(3)), ("com.docker.lb.ip_hash", .null),
    ]
}
