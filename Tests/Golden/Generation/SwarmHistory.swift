import TestSupport

/// A Swarm from state to state: each differs from the last one in a service, a task, a network, a secret or in the order
/// of things, and now and then in much.
struct SwarmHistory {
    private static let certificate = "com.docker.lb.ssl_cert"
    private static let path = "com.docker.lb.context_root"
    private static let secrets = ["shop-cert", "blog-cert"]

    private var generator: SwarmGenerator
    private var random: SplitMix64
    private(set) var swarm: GeneratedSwarm

    init(seed: UInt64) {
        generator = SwarmGenerator(seed: seed)
        random = SplitMix64(seed: ~seed)
        swarm = generator.swarm()
    }

    /// The snapshot of the next state.
    mutating func next() -> JSONValue {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: break
        case 1...3: changeService { service, other in service.tasks = other.tasks }
        case 4, 5: changeService { service, other in service.labels = other.labels }
        case 6:
            changeService { service, _ in
                service.labels.removeAll { $0.name == Self.certificate }
                service.labels.append((Self.certificate, "shop-cert"))
            }
        case 7: swarm.services.append(generator.service(of: random.pick(SwarmGenerator.clusters)))
        case 8: if let index = anyService { swarm.services.remove(at: index) }
        case 9: renameNetwork()
        case 10: swarm.secrets = Array(Self.secrets.prefix(Int.random(in: 0...2, using: &random)))
        case 11, 12:
            let path = JSONValue.string(random.pick(["/api", "/app", "/app/x"]))
            changeService { service, _ in
                service.labels.removeAll { $0.name == Self.path }
                service.labels.append((Self.path, path))
            }
        default: swarm = generator.change(swarm, in: random.pick(SwarmGenerator.clusters))
        }
        guard random.once(in: 8) else { return swarm.snapshot }
        return swarm.snapshot.shuffled(by: &random)
    }

    private var anyService: Int? {
        mutating get { swarm.services.indices.randomElement(using: &random) }
    }

    private mutating func changeService(_ change: (inout GeneratedService, GeneratedService) -> Void) {
        guard let index = anyService else { return }
        change(&swarm.services[index], generator.service(of: swarm.services[index].cluster))
    }

    private mutating func renameNetwork() {
        guard let index = swarm.networks.indices.randomElement(using: &random) else { return }
        let old = swarm.networks[index]
        swarm.networks[index] = GeneratedNetwork(
            id: old.id, name: random.pick([old.name, "shared", "shop_front", "renamed"]), driver: old.driver,
            scope: old.scope, isIngress: old.isIngress)
        if random.once(in: 4) { swarm.listsNetworks.toggle() }
    }
}
