/// Where the tasks of a service answer.
extension ClusterInput {
    /// What a service asks for, with its addresses.
    func claim(of candidate: Candidate, over reach: Reach) -> Claim {
        var search = PeerSearch(candidate: candidate, reach: reach, input: self)
        return search.claim()
    }

    /// Whether a task uses its node's own network, on which it has no address of its own.
    func isOnHostNetwork(_ task: Task) -> Bool {
        task.attachments.contains { $0.address == nil && snapshot.networks[$0.network]?.name == "host" }
    }
}

/// Finds out where the tasks of a service answer.
private struct PeerSearch {
    /// The largest weight of a virtual IP: nginx keeps a table of all weights for some ways of balancing.
    private static let mostWeight = 1_000

    let candidate: Candidate
    let reach: Reach
    let input: ClusterInput
    private var diagnostics: [Diagnostic] = []

    init(candidate: Candidate, reach: Reach, input: ClusterInput) {
        self.candidate = candidate
        self.reach = reach
        self.input = input
    }

    private var service: Service { candidate.service }

    mutating func claim() -> Claim {
        var domain: ServiceDomain?
        var peers: [Peer]?
        if case .network(let network) = reach {
            switch candidate.mode {
            case .task: break
            case .vip: peers = virtualPeers(on: network)
            case .dns:
                domain = ServiceDomain(ofService: service.name)
                if domain == nil { diagnostics.append(.dnsNameInvalid(service)) }
            }
        } else if candidate.mode != .task {
            diagnostics.append(.modeNeedsNetwork(service))
        }
        let found = peers ?? taskPeers()
        if found.isEmpty, domain == nil { diagnostics.append(.noTask(of: service)) }
        return Claim(
            candidate: candidate, reach: reach, peers: distinct(found), domain: domain, diagnostics: diagnostics)
    }

    /// The service's virtual IP on `network`; none if no task is wanted. `nil`, with a diagnostic, if it has no such
    /// address: then its tasks are used.
    private mutating func virtualPeers(on network: Identifier) -> [Peer]? {
        guard service.replicas != 0 else { return [] }
        guard let address = service.virtualIPs.address(on: network) else {
            diagnostics.append(.virtualAddressMissing(service))
            return nil
        }
        let running = service.runningTasks ?? input.tasks.tasks(of: service).count
        var peer = candidate.request.peer(at: address, candidate.port)
        peer.weight = min(max(1, running), Self.mostWeight)
        return [peer]
    }

    private mutating func taskPeers() -> [Peer] {
        switch reach {
        case .network(let network): overlayPeers(on: network)
        case .nodes: nodePeers()
        }
    }

    /// The addresses of running tasks on an overlay network. One that lies outside of the network is not that task's.
    private mutating func overlayPeers(on network: Identifier) -> [Peer] {
        var peers: [Peer] = []
        let subnets = input.snapshot.networks[network]?.subnets ?? []
        let (port, tolerance) = (candidate.port, candidate.request.tolerance)
        input.tasks.forEachAddress(of: service, on: network) { address in
            if subnets.isEmpty || subnets.contains(where: { $0.contains(address) }) {
                peers.append(Peer(address: address, port: port, tolerance: tolerance))
            } else {
                diagnostics.append(.addressOutside(address, of: service))
            }
        }
        return peers
    }

    /// The nodes' addresses with the ports that running tasks publish there for the service's port.
    private func nodePeers() -> [Peer] {
        input.tasks.tasks(of: service).flatMap { task -> [Peer] in
            guard let node = task.node, let address = input.snapshot.nodes[node]?.address else { return [] }
            if input.isOnHostNetwork(task) { return [candidate.request.peer(at: address, candidate.port)] }
            return task.publishedPorts.filter { $0.target == candidate.port.number }.compactMap { port in
                Port(port.published).map { candidate.request.peer(at: address, $0) }
            }
        }
    }

    private func distinct(_ peers: [Peer]) -> [Peer] {
        guard peers.count > 1 else { return peers }
        let sorted = peers.sorted()
        guard zip(sorted, sorted.dropFirst()).contains(where: ==) else { return sorted }
        var kept: [Peer] = []
        for peer in sorted where peer != kept.last { kept.append(peer) }
        return kept
    }
}

extension RouteRequest {
    fileprivate func peer(at address: IPAddress, _ port: Port) -> Peer {
        Peer(address: address, port: port, tolerance: tolerance)
    }
}
