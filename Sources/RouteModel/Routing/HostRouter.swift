/// Routes one host: brings together what its services ask for.
///
/// Of services that disagree about the host as a whole the first that says something decides; the others are told.
struct HostRouter {
    let name: Hostname
    /// In the order in which services count.
    let claims: [Claim]
    var diagnostics: [Diagnostic] = []

    mutating func route(into table: inout RoutingTable) {
        reportTenants()
        let tls = decideTLS()
        let routed = claims.filter { !$0.candidate.isPassedThrough }
        var certificate: Certificate?
        switch tls {
        case .passthrough: routePassthrough(claims.filter(\.candidate.isPassedThrough), into: &table)
        case .terminated(let own): certificate = own
        case .none: break
        }
        let redirect = redirect(hasTLS: tls != .none)
        guard !routed.isEmpty || redirect != nil else { return }
        var groups = RouteGroups(claims: routed, host: name)
        let routes = groups.routes()
        diagnostics += groups.diagnostics
        table.hosts.append(VirtualHost(name: name, routes: routes, redirect: redirect, certificate: certificate))
    }

    /// What happens to TLS connections: what the first service that wants TLS at all wants.
    private mutating func decideTLS() -> TLSMode {
        guard let first = claims.first(where: \.candidate.wantsTLS) else { return .none }
        for claim in claims where claim.candidate.wantsTLS && claim.candidate.tls != first.candidate.tls {
            diagnostics.append(.tlsOverruled(claim.candidate.service, by: first.candidate.service, on: name))
        }
        return first.candidate.tls
    }

    private mutating func routePassthrough(_ claims: [Claim], into table: inout RoutingTable) {
        let peers = mergedPeers(of: claims)
        let upstream = peers.isEmpty ? nil : Upstream(peers: peers, affinity: claims[0].candidate.affinity)
        table.passthrough.append(PassthroughHost(name: name, upstream: upstream))
    }

    /// How plain HTTP is answered instead of being routed, by the first service that says so.
    private mutating func redirect(hasTLS: Bool) -> Redirect? {
        let asking = claims.filter { $0.candidate.redirects[name] != nil }
        if let first = asking.first, let target = first.candidate.redirects[name] {
            for claim in asking where claim.candidate.redirects[name] != target {
                diagnostics.append(.redirectOverruled(claim.candidate.service, by: first.candidate.service, on: name))
            }
            return .to(target)
        }
        return hasTLS && claims.contains { $0.candidate.isSecureOnly } ? .secure : nil
    }

    /// Tells the owners of services that share a host without being neighbours.
    private mutating func reportTenants() {
        for claim in claims.dropFirst() where !claim.candidate.service.isNeighbour(of: claims[0].candidate.service) {
            diagnostics.append(.hostShared(name, claims[0].candidate.service, claim.candidate.service))
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
        guard peers.count == 1 else { return peers }
        return peers.map { peer in
            var peer = peer
            peer.weight = 1
            return peer
        }
    }
}
