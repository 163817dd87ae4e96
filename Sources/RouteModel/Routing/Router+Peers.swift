/// Where the tasks of a service answer.
extension Router {
    /// How the proxy reaches a service.
    enum Reach {
        /// Over an overlay network that both share.
        case network(Identifier)
        /// On the nodes that its tasks run on: it publishes its port there, or uses their network.
        case nodes
    }

    mutating func claim(of candidate: Candidate, over reach: Reach) -> Claim {
        let service = candidate.service
        var domain: ServiceDomain?
        var addresses: [(IPAddress, Port, weight: Int)]?
        if case .network(let network) = reach {
            switch candidate.mode {
            case .task: break
            case .vip: addresses = virtualAddress(of: candidate, on: network)
            case .dns:
                domain = ServiceDomain(ofService: service.name)
                if domain == nil { diagnostics.append(.dnsNameInvalid(service)) }
            }
        } else if candidate.mode != .task {
            diagnostics.append(.modeNeedsNetwork(service))
        }
        let found = addresses ?? taskAddresses(of: candidate, over: reach).map { ($0.0, $0.1, 1) }
        if found.isEmpty, domain == nil { diagnostics.append(.noTask(of: service)) }
        let peers = found.map { address, port, weight in
            Peer(
                address: address, port: port, weight: weight, maxFails: candidate.maxFails,
                failTimeout: candidate.failTimeout)
        }
        return Claim(candidate: candidate, peers: distinct(peers), domain: domain)
    }

    /// The service's virtual IP on `network`; none if no task is wanted. `nil`, with a diagnostic, if it has no such
    /// address: then its tasks are used.
    private mutating func virtualAddress(of candidate: Candidate, on network: Identifier)
        -> [(IPAddress, Port, weight: Int)]?
    {
        let service = candidate.service
        guard service.replicas != 0 else { return [] }
        guard let address = service.virtualIPs.address(on: network) else {
            diagnostics.append(.virtualAddressMissing(service))
            return nil
        }
        let running = service.runningTasks ?? tasks.tasks(of: service).count
        return [(address, candidate.port, max(1, running))]
    }

    private mutating func taskAddresses(of candidate: Candidate, over reach: Reach) -> [(IPAddress, Port)] {
        switch reach {
        case .network(let network): overlayAddresses(of: candidate, on: network)
        case .nodes: nodeAddresses(of: candidate)
        }
    }

    /// The addresses of running tasks on an overlay network. One that lies outside of the network is not that task's.
    private mutating func overlayAddresses(of candidate: Candidate, on network: Identifier) -> [(IPAddress, Port)] {
        var addresses: [(IPAddress, Port)] = []
        let subnets = snapshot.networks[network]?.subnets ?? []
        for task in tasks.tasks(of: candidate.service) {
            guard let address = task.attachments.address(on: network) else { continue }
            if subnets.isEmpty || subnets.contains(where: { $0.contains(address) }) {
                addresses.append((address, candidate.port))
            } else {
                diagnostics.append(.addressOutside(address, of: candidate.service))
            }
        }
        return addresses
    }

    /// The nodes' addresses with the ports that running tasks publish there for the service's port.
    private func nodeAddresses(of candidate: Candidate) -> [(IPAddress, Port)] {
        tasks.tasks(of: candidate.service).flatMap { task -> [(IPAddress, Port)] in
            guard let node = task.node, let address = snapshot.nodes[node] else { return [] }
            if isOnHostNetwork(task) { return [(address, candidate.port)] }
            return task.publishedPorts.filter { $0.target == candidate.port.number }.compactMap { port in
                Port(port.published).map { (address, $0) }
            }
        }
    }

    /// Whether a task uses its node's own network, on which it has no address of its own.
    func isOnHostNetwork(_ task: Task) -> Bool {
        task.attachments.contains { $0.address == nil && snapshot.networks[$0.network]?.name == "host" }
    }

    private func distinct(_ peers: [Peer]) -> [Peer] {
        var kept: [Peer] = []
        for peer in peers.sorted() where peer != kept.last { kept.append(peer) }
        return kept
    }
}

extension [Attachment] {
    /// The lowest address on `network`, whatever the order of the input.
    fileprivate func address(on network: Identifier) -> IPAddress? {
        lazy.filter { $0.network == network }.compactMap(\.address).min()
    }
}
