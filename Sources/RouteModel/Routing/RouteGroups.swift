/// The routes of one host: its services by path, and the paths at which clients may upgrade.
///
/// Services with the same path share its requests; the first decides how they are passed on.
struct RouteGroups {
    private let groups: [Group]
    private let claims: [Claim]
    /// The host, or `nil` for hosts that nobody has.
    private let host: Hostname?
    var diagnostics: [Diagnostic] = []

    /// The services with one path.
    private struct Group {
        let path: PathPrefix
        let claims: [Claim]
        let target: Target?

        /// The claim that decides how requests are passed on.
        var first: Claim { claims[0] }

        /// Whether clients may upgrade at some path.
        var hasEndpoints: Bool { claims.contains { !$0.candidate.endpoints.isEmpty } }
    }

    init(claims: [Claim], host: Hostname?) {
        self.host = host
        self.claims = claims
        groups = Self.byPath(claims)
    }

    /// The claims by path; a single one without hashing it.
    private static func byPath(_ claims: [Claim]) -> [Group] {
        guard claims.count > 1 else { return claims.isEmpty ? [] : [group(claims)] }
        return Dictionary(grouping: claims, by: \.candidate.path).sorted { $0.key < $1.key }.map { group($0.value) }
    }

    /// Claims with one path.
    private static func group(_ claims: [Claim]) -> Group {
        Group(path: claims[0].candidate.path, claims: claims, target: target(of: claims))
    }

    /// Who gets the requests of services that share a path; `nil` if nobody is there.
    private static func target(of claims: [Claim]) -> Target? {
        if claims.count == 1, let domain = claims[0].domain { return .domain(domain, claims[0].candidate.port) }
        let peers = mergedPeers(of: claims)
        return peers.isEmpty ? nil : .upstream(Upstream(peers: peers, affinity: claims[0].candidate.affinity))
    }

    /// The routes in the order in which they win.
    mutating func routes() -> [Route] {
        var routes: [Route] = []
        for group in groups {
            reportDisagreements(in: group)
            let isEndpoint = group.claims.contains { $0.candidate.endpoints.contains(group.path) }
            routes.append(route(group.path, of: group, allowsUpgrade: isEndpoint))
        }
        guard groups.contains(where: \.hasEndpoints) else { return routes }
        return withEndpoints(routes)
    }

    /// The routes with those of all paths at which clients may upgrade.
    private mutating func withEndpoints(_ groupRoutes: [Route]) -> [Route] {
        var routes = groupRoutes
        let groupsByPath = Dictionary(uniqueKeysWithValues: groups.map { ($0.path, $0) })
        var owners = groupsByPath.mapValues(\.first)
        for claim in claims {
            guard let group = groupsByPath[claim.candidate.path] else { continue }
            for endpoint in claim.candidate.endpoints where endpoint != group.path {
                if let owner = owners[endpoint] {
                    guard owner.candidate.path != group.path else { continue }
                    diagnostics.append(.endpointTaken(endpoint, of: claim.service, by: owner.service, on: host))
                } else {
                    owners[endpoint] = claim
                    routes.append(route(endpoint, of: group, allowsUpgrade: true))
                }
            }
        }
        return routes.sorted { $0.path < $1.path }
    }

    private func route(_ path: PathPrefix, of group: Group, allowsUpgrade: Bool) -> Route {
        guard let target = group.target else { return Route(path: path, action: .unavailable) }
        let isStripped = group.first.candidate.isStrippingPath && path.isAtOrBelow(group.path)
        return Route(
            path: path,
            action: .forward(
                Forward(
                    target: target, strippedPath: isStripped ? group.path : nil, allowsUpgrade: allowsUpgrade,
                    backend: group.first.candidate.backend, limits: group.first.candidate.limits)))
    }

    private mutating func reportDisagreements(in group: Group) {
        for claim in group.claims.dropFirst() {
            for label in claim.candidate.request.disagreements(with: group.first.candidate.request) {
                diagnostics.append(
                    .labelOverruled(label, of: claim.candidate.service, by: group.first.candidate.service, on: host))
            }
        }
        guard group.claims.count > 1 else { return }
        for (index, claim) in group.claims.enumerated() where claim.domain != nil {
            let other = group.claims[index == 0 ? 1 : 0].candidate.service
            diagnostics.append(.dnsShared(claim.candidate.service, with: other, on: host))
        }
    }
}

extension RouteRequest {
    /// The labels about passing requests on in which two services of one path differ.
    fileprivate func disagreements(with other: RouteRequest) -> [Label] {
        var labels: [Label] = []
        if isStrippingPath != other.isStrippingPath { labels.append(.contextRootRewrite) }
        if affinity != other.affinity, mode == .task { labels.append(affinityLabel) }
        if backend != other.backend { labels.append(backendLabel) }
        if limits.clientMaxBodySize != other.limits.clientMaxBodySize { labels.append(.clientMaxBodySize) }
        if limits.connectTimeout != other.limits.connectTimeout { labels.append(.connectTimeout) }
        if limits.readTimeout != other.limits.readTimeout { labels.append(.readTimeout) }
        if limits.sendTimeout != other.limits.sendTimeout { labels.append(.sendTimeout) }
        if limits.buffering != other.limits.buffering { labels.append(.buffering) }
        return labels
    }

    private var backendLabel: Label { service.labels.has(.sslBackend) ? .sslBackend : .backendProtocol }

    private var affinityLabel: Label { service.labels.has(.ipHash) ? .ipHash : .stickySessionCookie }
}
