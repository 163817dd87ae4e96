/// Where the tasks of a service answer.
extension Router {
    /// How the proxy reaches a service.
    enum Reach {
        /// Over an overlay network that both share.
        case network(Identifier)
        /// On the nodes that its tasks run on: it publishes its port there, or uses their network.
        case nodes
    }

    /// The largest weight of a virtual IP: nginx keeps a table of all weights for some ways of balancing.
    private static let mostWeight = 1_000

    func claim(of candidate: Candidate, over reach: Reach) -> Claim {
        let service = candidate.service
        var domain: ServiceDomain?
        var peers: [Peer]?
        if case .network(let network) = reach {
            switch candidate.mode {
            case .task: break
            case .vip: peers = virtualPeers(of: candidate, on: network)
            case .dns:
                domain = ServiceDomain(ofService: service.name)
                if domain == nil { diagnostics.append(.dnsNameInvalid(service)) }
            }
        } else if candidate.mode != .task {
            diagnostics.append(.modeNeedsNetwork(service))
        }
        let found = peers ?? taskPeers(of: candidate, over: reach)
        if found.isEmpty, domain == nil { diagnostics.append(.noTask(of: service)) }
        return Claim(candidate: candidate, peers: distinct(found), domain: domain)
    }

    /// The service's virtual IP on `network`; none if no task is wanted. `nil`, with a diagnostic, if it has no such
    /// address: then its tasks are used.
    private func virtualPeers(of candidate: Candidate, on network: Identifier) -> [Peer]? {
        let service = candidate.service
        guard service.replicas != 0 else { return [] }
        guard let address = service.virtualIPs.address(on: network) else {
            diagnostics.append(.virtualAddressMissing(service))
            return nil
        }
        let running = service.runningTasks ?? tasks.tasks(of: service).count
        var peer = candidate.peer(at: address, candidate.port)
        peer.weight = min(max(1, running), Self.mostWeight)
        return [peer]
    }

    private func taskPeers(of candidate: Candidate, over reach: Reach) -> [Peer] {
        switch reach {
        case .network(let network): overlayPeers(of: candidate, on: network)
        case .nodes: nodePeers(of: candidate)
        }
    }

    /// The addresses of running tasks on an overlay network. One that lies outside of the network is not that task's.
    private func overlayPeers(of candidate: Candidate, on network: Identifier) -> [Peer] {
        var peers: [Peer] = []
        let subnets = snapshot.networks[network]?.subnets ?? []
        for task in tasks.tasks(of: candidate.service) {
            guard let address = task.attachments.address(on: network) else { continue }
            if subnets.isEmpty || subnets.contains(where: { $0.contains(address) }) {
                peers.append(candidate.peer(at: address, candidate.port))
            } else {
                diagnostics.append(.addressOutside(address, of: candidate.service))
            }
        }
        return peers
    }

    /// The nodes' addresses with the ports that running tasks publish there for the service's port.
    private func nodePeers(of candidate: Candidate) -> [Peer] {
        tasks.tasks(of: candidate.service).flatMap { task -> [Peer] in
            guard let node = task.node, let address = snapshot.nodes[node]?.address else { return [] }
            if isOnHostNetwork(task) { return [candidate.peer(at: address, candidate.port)] }
            return task.publishedPorts.filter { $0.target == candidate.port.number }.compactMap { port in
                Port(port.published).map { candidate.peer(at: address, $0) }
            }
        }
    }

    /// Whether a task uses its node's own network, on which it has no address of its own.
    func isOnHostNetwork(_ task: Task) -> Bool {
        task.attachments.contains { $0.address == nil && snapshot.networks[$0.network]?.name == "host" }
    }

    private func distinct(_ peers: [Peer]) -> [Peer] {
        guard peers.count > 1 else { return peers }
        var kept: [Peer] = []
        for peer in peers.sorted() where peer != kept.last { kept.append(peer) }
        return kept
    }
}

extension Candidate {
    fileprivate func peer(at address: IPAddress, _ port: Port) -> Peer {
        Peer(address: address, port: port, maxFails: maxFails, failTimeout: failTimeout)
    }
}

extension [Attachment] {
    /// The lowest address on `network`, whatever the order of the input.
    fileprivate func address(on network: Identifier) -> IPAddress? {
        var lowest: IPAddress?
        for attachment in self where attachment.network == network {
            guard let address = attachment.address else { continue }
            if lowest.map({ address < $0 }) ?? true { lowest = address }
        }
        return lowest
    }
}
