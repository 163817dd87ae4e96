/// What one service cluster serves, in final order: nobody downstream sorts or chooses.
public struct RoutingTable: Hashable, Sendable {
    /// The name of the cluster's extension in config.toml.
    public let cluster: String
    /// The virtual hosts, by name in byte order; no name twice.
    public internal(set) var hosts: [VirtualHost] = []
    /// What answers hosts that nobody has (`default_backend`); `nil`: they are answered 503.
    public internal(set) var fallback: Fallback?
    /// Hosts whose TLS connections go on as they are, by name in byte order; no name twice.
    public internal(set) var passthrough: [PassthroughHost] = []
    /// Where TLS connections for unknown names go on to as they are.
    public internal(set) var passthroughFallback: Upstream?
    /// The networks that the proxies join, by name; no network twice.
    public internal(set) var networks: [NetworkUse] = []
    /// What was left out or chosen for somebody, in an order of its own.
    public internal(set) var diagnostics: [Diagnostic] = []
}

extension RoutingTable {
    /// The secrets that the proxies need: certificates, keys and authorities, each once, by name.
    public var secrets: [SecretName] {
        var secrets = Set(fallback?.routes.compactMap(\.authority) ?? [])
        if let certificate = fallback?.certificate { secrets.formUnion([certificate.certificate, certificate.key]) }
        for host in hosts where !host.secrets.isEmpty { secrets.formUnion(host.secrets) }
        return secrets.sorted()
    }
}

extension Route {
    /// The secret with the authority that peers are checked against.
    var authority: SecretName? {
        guard case .forward(let forward) = action, case .https(let authority) = forward.backend else { return nil }
        return authority
    }
}

/// A redirect of all requests of a host, with their path and query.
public enum Redirect: Hashable, Sendable {
    /// Indirect: few hosts have one, and each host would hold room for it.
    indirect case to(RedirectTarget)
    /// To the same host over TLS.
    case secure
}

/// A certificate and its key, as secrets of the Swarm.
public struct Certificate: Hashable, Sendable {
    /// The secret with the certificate and its chain.
    public let certificate: SecretName
    /// The secret with the key; the same where one file holds both.
    public let key: SecretName
}

extension Certificate: Comparable {
    /// By name of the certificate, then of the key.
    public static func < (a: Self, b: Self) -> Bool { (a.certificate, a.key) < (b.certificate, b.key) }
}

/// What answers hosts that nobody has.
public struct Fallback: Hashable, Sendable {
    /// As of a virtual host.
    public let routes: [Route]
    /// The certificate that unknown names are shown; `nil`: their handshake is rejected.
    public let certificate: Certificate?
}

/// A host whose TLS connections go on as they are.
public struct PassthroughHost: Hashable, Sendable {
    /// Its name.
    public let name: Hostname
    /// Who gets its connections; `nil`: no task runs, and they are closed, so that nobody else gets them.
    public let upstream: Upstream?
}

/// What happens to the requests of a host whose path begins with `path`.
public struct Route: Hashable, Sendable {
    /// The path.
    public let path: PathPrefix
    /// What happens to them.
    public let action: Action
}

/// What happens to a request that matches a route.
public enum Action: Hashable, Sendable {
    /// It goes on to a service.
    case forward(Forward)
    /// It is answered 503: no task runs. The host stays known, so that no other service answers for it.
    case unavailable
}

/// Who gets requests.
public enum Target: Hashable, Sendable {
    case upstream(Upstream)
    /// Whatever addresses a name has at that moment: nothing changes here when tasks do.
    case domain(ServiceDomain, Port)
}

/// What is spoken to peers.
public enum BackendProtocol: Hashable, Sendable {
    case http
    /// TLS; checked against the authority in this secret, or not at all. Indirect: few services speak it.
    indirect case https(authority: SecretName?)
    case grpc
}

/// A pool of peers among which requests are spread.
public struct Upstream: Hashable, Sendable {
    /// At least one, each once, in the order of their addresses.
    public let peers: [Peer]
    /// How a client sticks to a peer.
    public let affinity: Affinity?

    /// By the addresses as one number, since a pool may have thousands; the rest is the same for all peers of a service.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(peers.reduce(0) { $1.mixAddress(into: $0) })
        if let tolerance = peers.first?.tolerance { hasher.combine(tolerance) }
        if let affinity { hasher.combine(affinity) }
    }
}

/// How a client sticks to a peer.
public enum Affinity: Hashable, Sendable {
    /// By the value of a cookie that the service sets.
    case cookie(CookieName)
    /// By its address.
    case clientAddress
}
