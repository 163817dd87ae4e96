/// Over which network the proxy reaches a service.
extension Router {
    /// How the proxy reaches each service; `nil`, with a diagnostic, where it cannot.
    ///
    /// Where nothing says which, networks that the cluster needs anyhow are taken, then as few others as can be: each
    /// further network costs the proxy 1 to 2 seconds when it starts.
    func chooseNetworks(for services: [Service]) -> (reaches: [Reach?], networks: [NetworkUse]) {
        let decisions = decisions(on: services)
        var chosen: [Identifier?] = []
        for decision in decisions {
            chosen.append(decision.chosen)
            diagnostics += decision.diagnostics
        }
        let open = services.indices.filter { decisions[$0].isOpen }
        for (index, choice) in fewestNetworks(for: open, decisions, chosen) {
            chosen[index] = choice.id
            diagnostics.append(.networkChosen(choice.name, for: services[index]))
        }
        let reaches = services.indices.map { index -> Reach? in
            if let network = chosen[index] { return .network(network) }
            return decisions[index].choices.isEmpty ? reachWithoutNetwork(services[index]) : nil
        }
        let uses = memory?.networkUses(by: services, over: reaches)
        return (reaches, uses ?? networkUses(by: services, over: reaches))
    }

    /// What the services' own labels and the cluster's settings decide.
    private func decisions(on services: [Service]) -> [NetworkDecision] {
        guard let memory else { return services.mapped(with: thread) { [input] in input.decide(on: $0) } }
        return services.map { service in
            if let known = memory.networks.recall(where: { $0.service === service }) { return known }
            let decision = input.decide(on: service)
            memory.networks.remember(decision)
            return decision
        }
    }

    /// A network for each of the candidates with these indices, few in all beside those that are needed anyhow. Of
    /// several the one that the proxies have joined: the service is most likely reached over it already.
    private func fewestNetworks(
        for open: [Int], _ decisions: [NetworkDecision], _ chosen: [Identifier?]
    ) -> [(index: Int, choice: NetworkChoice)] {
        guard !open.isEmpty else { return [] }
        let needed = Set(chosen.compactMap { $0 })
        let unserved = open.filter { index in !decisions[index].choices.contains { needed.contains($0.id) } }
        let networks = Set(unserved.flatMap { decisions[$0].choices }).sorted {
            input.names(of: $0) < input.names(of: $1)
        }
        let numbers = Dictionary(uniqueKeysWithValues: networks.enumerated().map { ($1.id, $0) })
        let cover = NetworkCover(
            of: unserved.map { index in decisions[index].choices.compactMap { numbers[$0.id] }.sorted() },
            isAttached: networks.map { input.attached.contains(input.idText(of: $0)) })
        let taken = needed.union(cover.smallest().map { networks[$0].id })
        return open.compactMap { index in
            let taken = decisions[index].choices.filter { taken.contains($0.id) }
            return (taken.first { input.attached.contains(input.idText(of: $0)) } ?? taken.first).map { (index, $0) }
        }
    }

    /// Services without a network in common with the proxy are reached on their nodes, if they can be.
    private func reachWithoutNetwork(_ service: Service) -> Reach? {
        if input.tasks.tasks(of: service).contains(where: { input.isOnHostNetwork($0) || !$0.publishedPorts.isEmpty }) {
            if input.wantedNetwork(of: service) != nil { diagnostics.append(.networkWithoutEffect(service)) }
            return .nodes
        }
        diagnostics.append(.networkNone(service, in: input.cluster))
        return nil
    }
}
