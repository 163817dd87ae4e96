/// Routes one host: brings together what its services ask for.
///
/// Of services that disagree about the host as a whole the first that says something decides, among the first service
/// and its neighbours: nobody else's labels take a host's plain HTTP or TLS over. The others are told.
struct HostRouter {
    let name: Hostname
    /// In the order in which services count.
    let claims: [Claim]
    private var diagnostics: [Diagnostic] = []
    /// The services that can decide for the host.
    private let deciding: [Claim]

    private init(name: Hostname, claims: [Claim]) {
        self.name = name
        self.claims = claims
        deciding = claims.count == 1 ? claims : claims.filter { $0.service.isNeighbour(of: claims[0].service) }
    }

    /// Routes a host.
    static func route(_ name: Hostname, _ claims: [Claim]) -> RoutedHost {
        var host = HostRouter(name: name, claims: claims)
        return host.route()
    }

    private mutating func route() -> RoutedHost {
        reportTenants()
        let tls = decideTLS()
        let hasPassthrough = claims.contains(where: \.candidate.isPassedThrough)
        let routed = hasPassthrough ? claims.filter { !$0.candidate.isPassedThrough } : claims
        var certificate: Certificate?
        var passthrough: PassthroughHost?
        switch tls {
        case .passthrough: passthrough = routePassthrough(deciding.filter(\.candidate.isPassedThrough))
        case .terminated(let own): certificate = own
        case .none: break
        }
        let redirect = redirect(hasTLS: tls != .none)
        var host: VirtualHost?
        if !routed.isEmpty || redirect != nil {
            var groups = RouteGroups(claims: routed, host: name)
            let routes = groups.routes()
            diagnostics += groups.diagnostics
            host = VirtualHost(name: name, routes: routes, redirect: redirect, certificate: certificate)
        }
        return RoutedHost(host: host, passthrough: passthrough, diagnostics: diagnostics)
    }

    /// What happens to TLS connections: what the first service that wants TLS at all wants.
    private mutating func decideTLS() -> TLSMode {
        let first = deciding.first(where: \.candidate.wantsTLS) ?? claims[0]
        for claim in claims where claim.candidate.wantsTLS && claim.candidate.tls != first.candidate.tls {
            diagnostics.append(.tlsOverruled(claim.service, by: first.service, on: name))
        }
        return first.candidate.tls
    }

    private func routePassthrough(_ claims: [Claim]) -> PassthroughHost {
        let peers = mergedPeers(of: claims)
        let upstream = peers.isEmpty ? nil : Upstream(peers: peers, affinity: claims[0].candidate.affinity)
        return PassthroughHost(name: name, upstream: upstream)
    }

    /// How plain HTTP is answered instead of being routed, by the first service that says so.
    private mutating func redirect(hasTLS: Bool) -> Redirect? {
        let first = deciding.first { $0.candidate.redirects[name] != nil }
        let target = first?.candidate.redirects[name]
        for claim in claims where claim.candidate.redirects[name].map({ $0 != target }) ?? false {
            diagnostics.append(.redirectOverruled(claim.service, by: (first ?? claims[0]).service, on: name))
        }
        for claim in claims where claim.candidate.isSecureOnly && !isDeciding(claim) {
            diagnostics.append(.labelOverruled(.sslOnly, of: claim.service, by: claims[0].service, on: name))
        }
        if let first, let target {
            guard !target.isSecure || target.host != name || hasTLS else {
                diagnostics.append(.redirectWithoutTLS(name, of: first.service))
                return nil
            }
            return .to(target)
        }
        return hasTLS && deciding.contains { $0.candidate.isSecureOnly } ? .secure : nil
    }

    private func isDeciding(_ claim: Claim) -> Bool { claim.service.isNeighbour(of: claims[0].service) }

    /// Tells the owners of services that share a host without being neighbours.
    private mutating func reportTenants() {
        for claim in claims.dropFirst() where !isDeciding(claim) {
            diagnostics.append(.hostShared(name, claims[0].service, claim.service))
        }
    }
}

extension Service {
    /// Whether the same people seem to have deployed both: one stack, or none and a network in common.
    fileprivate func isNeighbour(of other: Service) -> Bool {
        guard labels.stack == other.labels.stack else { return false }
        return labels.stack != nil || !Set(networks).isDisjoint(with: other.networks)
    }
}

/// The peers of all claims, each once. A virtual IP counts as many times as it has tasks behind it.
func mergedPeers(of claims: [Claim]) -> [Peer] {
    guard claims.count > 1 else { return claims.first?.peersAlone ?? [] }
    var merged: [Peer] = []
    for peer in claims.flatMap(\.peers).sorted() {
        if merged.last.map({ $0.address == peer.address && $0.port == peer.port }) != true { merged.append(peer) }
    }
    return merged
}

extension Claim {
    /// The peers when nobody shares the requests: weights would say nothing then, and change the file for nothing.
    fileprivate var peersAlone: [Peer] {
        guard peers.count == 1, peers[0].weight != 1 else { return peers }
        return peers.map { peer in
            var peer = peer
            peer.weight = 1
            return peer
        }
    }
}
