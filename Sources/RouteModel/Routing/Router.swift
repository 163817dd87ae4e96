/// Routes one service cluster.
struct Router {
    let cluster: Extension
    let snapshot: Snapshot
    let tasks: TasksByService
    var diagnostics: [Diagnostic] = []
    /// What each host's services ask for, in the order of the services.
    private var claims: [Hostname: [Claim]] = [:]

    /// What one service asks for on one host.
    private struct Claim {
        let service: Service
        let path: PathPrefix
        let strippingPath: Bool
        let peers: [Peer]
    }

    init(_ cluster: Extension, _ snapshot: Snapshot, _ tasks: TasksByService) {
        self.cluster = cluster
        self.snapshot = snapshot
        self.tasks = tasks
    }

    /// Routes `services`, which are this cluster's and in the order in which they count.
    mutating func route(_ services: [Service]) -> RoutingTable {
        let candidates = services.compactMap { candidate(from: $0) }
        let networks = chooseNetworks(for: candidates)
        for (candidate, network) in zip(candidates, networks) {
            guard let network else { continue }
            claim(candidate, over: network)
        }
        let hosts = claims.sorted { $0.key < $1.key }.map { virtualHost($0.key, $0.value) }
        return RoutingTable(cluster: cluster.name, hosts: hosts, diagnostics: diagnostics.sorted())
    }

    private mutating func claim(_ candidate: Candidate, over network: Identifier) {
        let peers = peers(of: candidate.service, over: network, on: candidate.port)
        if peers.isEmpty { diagnostics.append(.noTask(of: candidate.service)) }
        for host in candidate.hosts {
            let claim = Claim(
                service: candidate.service, path: candidate.path, strippingPath: candidate.strippingPath, peers: peers)
            claims[host, default: []].append(claim)
        }
    }

    /// Where the service's running tasks answer on `network`, each address once.
    private func peers(of service: Service, over network: Identifier, on port: Port) -> [Peer] {
        var peers: [Peer] = []
        for task in tasks.tasks(of: service) {
            let addresses = task.attachments.lazy.filter { $0.network == network }.compactMap(\.address)
            if let address = addresses.min() { peers.append(Peer(address: address, port: port)) }
        }
        return distinct(peers)
    }

    private func distinct(_ peers: [Peer]) -> [Peer] {
        var kept: [Peer] = []
        for peer in peers.sorted() where peer != kept.last { kept.append(peer) }
        return kept
    }

    // MARK: Hosts

    private mutating func virtualHost(_ name: Hostname, _ claims: [Claim]) -> VirtualHost {
        reportStacks(on: name, claims)
        let byPath = Dictionary(grouping: claims, by: \.path)
        let routes = byPath.sorted { $0.key < $1.key }.map { path, claims in
            Route(path: path, action: action(for: claims, on: name))
        }
        return VirtualHost(name: name, routes: routes)
    }

    /// The action of the services that claim one host and path: they share its requests, as many as they have tasks.
    private mutating func action(for claims: [Claim], on host: Hostname) -> Action {
        let strippingPath = claims[0].strippingPath
        for claim in claims where claim.strippingPath != strippingPath {
            diagnostics.append(.rewriteOverruled(claim.service, by: claims[0].service, on: host))
        }
        let peers = claims.count == 1 ? claims[0].peers : distinct(claims.flatMap(\.peers))
        guard !peers.isEmpty else { return .unavailable }
        return .forward(to: Upstream(peers: peers), strippingPath: strippingPath)
    }

    private mutating func reportStacks(on host: Hostname, _ claims: [Claim]) {
        for claim in claims.dropFirst() where claim.service.labels.stack != claims[0].service.labels.stack {
            diagnostics.append(.hostSharedByStacks(host, claims[0].service, claim.service))
        }
    }
}
