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
