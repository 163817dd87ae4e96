/// Over which network the proxy reaches a service.
extension Router {
    /// How the proxy reaches each service; `nil`, with a diagnostic, where it cannot.
    ///
    /// Where nothing says which, networks that the cluster needs anyhow are taken, then as few others as can be: each
    /// further network costs the proxy 1 to 2 seconds when it starts.
    func chooseNetworks(for services: [Service]) -> (reaches: [Reach?], networks: [NetworkUse]) {
        let listed = ListedNetworks(cluster)
        let decisions = services.map { service in
            memory?.networks.recall { $0.service === service } ?? decideAlone(service, among: listed)
        }
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
        return (reaches, uses ?? networkUses(by: services, over: reaches, among: listed))
    }

    /// What a service's own labels and its cluster's settings decide.
    private func decideAlone(_ service: Service, among listed: ListedNetworks) -> NetworkDecision {
        let choices = choices(for: service, among: listed)
        let (chosen, found) = decide(service, choices, isOrdered: cluster.networks != nil)
        let decision = NetworkDecision(
            service: service, choices: choices, chosen: chosen,
            isOpen: chosen == nil && choices.count > 1 && wantedNetwork(of: service) == nil,
            diagnostics: found.map { [$0] } ?? [])
        memory?.networks.remember(decision)
        return decision
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
            names(of: $0) < names(of: $1)
        }
        let numbers = Dictionary(uniqueKeysWithValues: networks.enumerated().map { ($1.id, $0) })
        let cover = NetworkCover(
            of: unserved.map { index in decisions[index].choices.compactMap { numbers[$0.id] }.sorted() },
            isAttached: networks.map { attached.contains(idText(of: $0)) })
        let taken = needed.union(cover.smallest().map { networks[$0].id })
        return open.compactMap { index in
            let taken = decisions[index].choices.filter { taken.contains($0.id) }
            return (taken.first { attached.contains(idText(of: $0)) } ?? taken.first).map { (index, $0) }
        }
    }

    /// Services without a network in common with the proxy are reached on their nodes, if they can be.
    private func reachWithoutNetwork(_ service: Service) -> Reach? {
        if tasks.tasks(of: service).contains(where: { isOnHostNetwork($0) || !$0.publishedPorts.isEmpty }) {
            if wantedNetwork(of: service) != nil { diagnostics.append(.networkWithoutEffect(service)) }
            return .nodes
        }
        diagnostics.append(.networkNone(service, in: cluster))
        return nil
    }

    /// What the label says; `nil` if there is none, or an empty one.
    private func wantedNetwork(of service: Service) -> ByteString? {
        let wanted = service.labels[.network].map { trimmed($0.bytes) }
        return wanted?.isEmpty == false ? wanted.map { ByteString($0) } : nil
    }

    /// The networks of a service that its proxies can join: those of the cluster in its order, else by name.
    private func choices(for service: Service, among listed: ListedNetworks) -> [NetworkChoice] {
        var attached = DistinctList<NetworkChoice>()
        for network in service.networks {
            if let choice = choice(of: snapshot.network(named: network)) { attached.append(choice) }
        }
        guard attached.elements.count > 1 else { return listed.order(attached.elements, by: names) }
        return listed.order(attached.elements.sorted { names(of: $0) < names(of: $1) }, by: names)
    }

    /// A network as one that proxies can join; `nil` if it is known that they cannot.
    private func choice(of id: Identifier) -> NetworkChoice? {
        guard let network = snapshot.networks[id] else {
            return NetworkChoice(id: id, name: snapshot.identifiers.text(of: id))
        }
        return network.isRoutable ? NetworkChoice(id: id, name: network.name) : nil
    }

    /// What networks are ordered by.
    private func names(of choice: NetworkChoice) -> (ByteString, ByteString) { (choice.name, idText(of: choice)) }

    private func idText(of choice: NetworkChoice) -> ByteString { snapshot.identifiers.text(of: choice.id) }

    /// The network that the label or the cluster decides on, and what is to be said of that; `nil` if there is none, or
    /// several and nothing decides.
    private func decide(
        _ service: Service, _ choices: [NetworkChoice], isOrdered: Bool
    ) -> (Identifier?, Diagnostic?) {
        guard let first = choices.first else { return (nil, nil) }
        guard let wanted = wantedNetwork(of: service) else {
            return (isOrdered || choices.count == 1 ? first.id : nil, nil)
        }
        if let match = match(wanted, service, choices) { return (match.id, nil) }
        guard choices.count == 1 else { return (nil, .networkUnknown(wanted, of: service)) }
        return (first.id, .networkReplaced(wanted, by: first.name, for: service))
    }

    /// The network that a label means: its name or ID, its name without the stack's in front.
    private func match(_ wanted: ByteString, _ service: Service, _ choices: [NetworkChoice]) -> NetworkChoice? {
        if let exact = choices.first(where: { $0.name == wanted || idText(of: $0) == wanted }) { return exact }
        let ending = [UInt8(ascii: "_")] + wanted.bytes
        if let stack = service.labels.stack {
            let name = ByteString(stack.bytes + ending)
            if let prefixed = choices.first(where: { $0.name == name }) { return prefixed }
        }
        let matches = choices.filter { $0.name.bytes.suffix(ending.count).elementsEqual(ending) }
        return matches.count == 1 ? matches[0] : nil
    }
}

/// The networks that a cluster lists, if it lists any.
struct ListedNetworks {
    /// Names or IDs, as the settings have them.
    let names: [ByteString]
    private let places: [ByteString: Int]?

    init(_ cluster: Extension) {
        let names = cluster.networks?.map { ByteString($0.utf8) }
        self.names = names ?? []
        places = names.map { names in Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first } }
    }

    /// Those that proxies can join.
    func networks(of snapshot: Snapshot) -> [Identifier] {
        guard let places else { return [] }
        return snapshot.networks.compactMap { id, network in
            guard network.isRoutable else { return nil }
            return places[network.name] != nil || places[snapshot.identifiers.text(of: id)] != nil ? id : nil
        }
    }

    /// Those of `choices` that are listed, in the order of the list; all of them where there is no list.
    func order(_ choices: [NetworkChoice], by names: (NetworkChoice) -> (ByteString, ByteString)) -> [NetworkChoice] {
        guard let places else { return choices }
        return choices.compactMap { choice in
            let (name, id) = names(choice)
            return (places[name] ?? places[id]).map { (place: $0, choice: choice) }
        }.sorted { $0.place < $1.place }.map(\.choice)
    }
}

extension Snapshot {
    /// The network that a service's specification names: by ID, as the Engine does, or by name.
    func network(named target: Identifier) -> Identifier {
        if networks.index(forKey: target) != nil { return target }
        let name = identifiers.text(of: target)
        let named = networks.filter { $0.value.name == name && $0.value.isRoutable }
        return named.keys.min { identifiers.text(of: $0) < identifiers.text(of: $1) } ?? target
    }
}
