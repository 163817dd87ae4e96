/// A network that the proxies of a service cluster join, and for whom.
public struct NetworkUse: Hashable, Sendable {
    /// Its ID; what the settings call it where the snapshot does not tell.
    public let id: ByteString
    /// Its name; likewise.
    public let name: ByteString
    /// Whether the snapshot has it, as a network that proxies can join.
    public let isKnown: Bool
    /// The names of the services that are reached over it, in the order in which services count. None where the settings
    /// list the network and nobody needs it.
    public let services: [ByteString]
}

extension NetworkUse: Comparable {
    /// By name, then ID.
    public static func < (a: Self, b: Self) -> Bool { (a.name, a.id) < (b.name, b.id) }
}

extension Router {
    /// The networks that the proxies join: those that the cluster lists, else those over which services are reached.
    func networkUses(by services: [Service], over reaches: [Reach?]) -> [NetworkUse] {
        let snapshot = input.snapshot
        var names: [Identifier: [ByteString]] = [:]
        for (service, reach) in zip(services, reaches) {
            if case .network(let network)? = reach { names[network, default: []].append(service.name) }
        }
        for network in input.listed.networks(of: snapshot) where names[network] == nil { names[network] = [] }
        var uses = names.map { id, services in
            let (text, network) = (snapshot.identifiers.text(of: id), snapshot.networks[id])
            return NetworkUse(id: text, name: network?.name ?? text, isKnown: network != nil, services: services)
        }
        let known = Set(uses.flatMap { [$0.id, $0.name] })
        uses += input.listed.names.filter { !known.contains($0) }.map {
            NetworkUse(id: $0, name: $0, isKnown: false, services: [])
        }
        let sorted = uses.sorted()
        memory?.remember(sorted, by: services, over: reaches)
        return sorted
    }
}
