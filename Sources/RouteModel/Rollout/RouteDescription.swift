/// What a route does, in words: each of its properties that is not as usual.
struct RouteDescription {
    /// A name and a value, in the order in which they are told.
    let properties: [(name: String, value: String)]
    /// Who gets the requests; empty unless it is a pool of peers.
    let peers: [Peer]

    init(_ action: Action) {
        guard case .forward(let forward) = action else {
            properties = [("answered", "503 since no task runs")]
            peers = []
            return
        }
        var properties: [(String, String)] = []
        switch forward.target {
        case .upstream(let upstream):
            peers = upstream.peers
            properties += upstream.affinity.map { [("sticky", "\($0)")] } ?? []
            properties += Self.limits(of: upstream.peers)
        case .domain(let domain, let port):
            peers = []
            properties.append(("asks DNS for", "\(domain.text):\(port.number)"))
        }
        if let path = forward.strippedPath { properties.append(("takes off", path.text)) }
        if forward.allowsUpgrade { properties.append(("takes", "WebSockets")) }
        if forward.backend != .http { properties.append(("speaks", "\(forward.backend)")) }
        self.properties = properties + Self.limits(forward.limits)
    }

    init(_ upstream: Upstream?) {
        peers = upstream?.peers ?? []
        let affinity = upstream?.affinity.map { [("sticky", "\($0)")] } ?? []
        properties = upstream == nil ? [("closed", "since no task runs")] : affinity + Self.limits(of: peers)
    }

    /// The whole of it.
    var text: String {
        let pool = peers.isEmpty ? [] : [peers.count == 1 ? peers[0].text : "\(peers.count) peers"]
        return (pool + properties.map { "\($0.name) \($0.value)" }).joined(separator: ", ")
    }

    /// How it became `new`, and whether by its peers' addresses alone; `nil` where nobody would see a difference.
    func change(to new: RouteDescription) -> (text: String, isOfPeersAlone: Bool)? {
        let peers = peerChange(to: new)
        let others = propertyChanges(to: new)
        guard peers != nil || !others.isEmpty else { return nil }
        let havePeers = !self.peers.isEmpty && !new.peers.isEmpty
        let isOfPeersAlone = others.isEmpty && havePeers && self.peers.map(\.place) != new.peers.map(\.place)
        return (([peers].compactMap { $0 } + others).joined(separator: ", "), isOfPeersAlone)
    }

    private func propertyChanges(to new: RouteDescription) -> [String] {
        let names =
            properties.map(\.name)
            + new.properties.map(\.name).filter { name in
                !properties.contains { $0.name == name }
            }
        return names.compactMap { name in
            let before = properties.first { $0.name == name }?.value
            let after = new.properties.first { $0.name == name }?.value
            switch (before, after) {
            case (let before?, let after?): return before == after ? nil : "\(name) \(before) -> \(after)"
            case (nil, let after?): return "\(name) \(after)"
            case (let before?, nil): return "no longer \(name) \(before)"
            case (nil, nil): return nil
            }
        }
    }

    /// `2 peers -> 3 (+ 10.0.1.7:80)`; `nil` if they are the same. The weight of one alone says nothing.
    private func peerChange(to new: RouteDescription) -> String? {
        let (old, now) = (peers.map(\.place), new.peers.map(\.place))
        let hasOtherWeights = now.count > 1 && peers.map(\.weight) != new.peers.map(\.weight)
        guard old != now || hasOtherWeights || hasOtherLimits(than: new) else { return nil }
        let (before, after) = (Set(old), Set(now))
        var parts = Self.list(new.peers.filter { !before.contains($0.place) }, "+")
        parts += Self.list(peers.filter { !after.contains($0.place) }, "-")
        if parts.isEmpty { parts = [hasOtherWeights ? "other weights" : "other limits"] }
        let counts = old.count == now.count ? "\(now.count)" : "\(old.count) -> \(now.count)"
        return "peers \(counts) (\(parts.joined(separator: ", ")))"
    }

    /// Whether the same peers differ in what each says of itself, where that is various before and after.
    private func hasOtherLimits(than new: RouteDescription) -> Bool {
        let fails = (peers.map(\.maxFails), new.peers.map(\.maxFails))
        let timeouts = (peers.map(\.failTimeout), new.peers.map(\.failTimeout))
        return fails.0 != fails.1 && Set(fails.0).count > 1 && Set(fails.1).count > 1
            || timeouts.0 != timeouts.1 && Set(timeouts.0).count > 1 && Set(timeouts.1).count > 1
    }

    /// The first three of some peers.
    private static func list(_ peers: [Peer], _ sign: String) -> [String] {
        let shown = peers.prefix(3).map { "\(sign) \($0.text)" }
        return peers.count > 3 ? shown + ["\(sign) \(peers.count - 3) more"] : shown
    }

    /// What peers say of themselves, if they agree.
    private static func limits(of peers: [Peer]) -> [(String, String)] {
        let (fails, timeouts) = (Set(peers.map(\.maxFails)), Set(peers.map(\.failTimeout)))
        return [
            ("max_fails", fails.count > 1 ? "various" : fails.first?.map { "\($0)" }),
            ("fail_timeout", timeouts.count > 1 ? "various" : timeouts.first?.map(\.text)),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    private static func limits(_ limits: Limits) -> [(String, String)] {
        [
            ("client_max_body_size", limits.clientMaxBodySize?.text), ("connect_timeout", limits.connectTimeout?.text),
            ("read_timeout", limits.readTimeout?.text), ("send_timeout", limits.sendTimeout?.text),
            ("buffering", limits.buffering.map { "\($0)" }),
        ].compactMap { name, value in value.map { (name, $0) } }
    }
}

extension Peer {
    /// What tells it from others of its pool.
    fileprivate struct Place: Hashable {
        let address: IPAddress
        let port: Port
    }

    fileprivate var place: Place { Place(address: address, port: port) }

    fileprivate var text: String {
        if case .v4 = address { "\(address):\(port.number)" } else { "[\(address)]:\(port.number)" }
    }
}

extension Affinity: CustomStringConvertible {
    /// What decides a client's peer.
    public var description: String {
        switch self {
        case .cookie(let name): "by the cookie \(name.text)"
        case .clientAddress: "by the client's address"
        }
    }
}

extension BackendProtocol: CustomStringConvertible {
    /// What is spoken, and how it is checked.
    public var description: String {
        switch self {
        case .http: "HTTP"
        case .https(nil): "TLS, unchecked"
        case .https(let authority?): "TLS, checked against \(authority.text)"
        case .grpc: "gRPC"
        }
    }
}
