/// Over which networks a service can be reached, and what decides among them.
extension ClusterInput {
    /// What a service's own labels and its cluster's settings decide.
    func decide(on service: Service) -> NetworkDecision {
        let choices = choices(for: service)
        let (chosen, found) = decide(service, choices, isOrdered: cluster.networks != nil)
        return NetworkDecision(
            service: service, choices: chosen == nil ? choices : [], chosen: chosen,
            isOpen: chosen == nil && choices.count > 1 && wantedNetwork(of: service) == nil,
            diagnostics: found.map { [$0] } ?? [])
    }

    /// What the label says; `nil` if there is none, or an empty one.
    func wantedNetwork(of service: Service) -> ByteString? {
        let wanted = service.labels.values[.network].map { trimmed($0) }
        return wanted?.isEmpty == false ? wanted.map { ByteString($0) } : nil
    }

    /// The networks of a service that its proxies can join: those of the cluster in its order, else by name.
    private func choices(for service: Service) -> [NetworkChoice] {
        var attached = DistinctList<NetworkChoice>()
        for network in service.networks {
            if let choice = choice(of: snapshot.network(named: network)) { attached.append(choice) }
        }
        let choices = Array(attached.elements)
        return listed.order(
            choices.count < 2 ? choices : choices.sorted { names(of: $0) < names(of: $1) }, by: names)
    }

    /// A network as one that proxies can join; `nil` if it is known that they cannot.
    private func choice(of id: Identifier) -> NetworkChoice? {
        guard let network = snapshot.networks[id] else {
            return NetworkChoice(id: id, name: snapshot.identifiers.text(of: id))
        }
        return network.isRoutable ? NetworkChoice(id: id, name: network.name) : nil
    }

    /// What networks are ordered by.
    func names(of choice: NetworkChoice) -> (ByteString, ByteString) { (choice.name, idText(of: choice)) }

    func idText(of choice: NetworkChoice) -> ByteString { snapshot.identifiers.text(of: choice.id) }

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

extension Snapshot {
    /// The network that a service's specification names: by ID, as the Engine does, or by name.
    func network(named target: Identifier) -> Identifier {
        if networks.index(forKey: target) != nil { return target }
        let name = identifiers.text(of: target)
        let named = networks.filter { $0.value.name == name && $0.value.isRoutable }
        return named.keys.min { identifiers.text(of: $0) < identifiers.text(of: $1) } ?? target
    }
}
