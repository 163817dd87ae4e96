/// What one service cluster serves, in final order: nobody downstream sorts or chooses.
public struct RoutingTable: Hashable, Sendable {
    /// The name of the cluster's extension in config.toml.
    public let cluster: String
    /// The virtual hosts, by name in byte order; no name twice.
    public internal(set) var hosts: [VirtualHost] = []
    /// What was left out or chosen for somebody, in an order of its own.
    public internal(set) var diagnostics: [Diagnostic] = []
}

/// One host name and its routes.
public struct VirtualHost: Hashable, Sendable {
    /// Its name.
    public let name: Hostname
    /// In the order in which they win: the longest path first. No path twice, and at least one route.
    public let routes: [Route]
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
    /// It goes to one of the peers; without the route's path in front of its own if `strippingPath`.
    case forward(to: Upstream, strippingPath: Bool)
    /// It is answered 503: no task runs. The host stays known, so that no other service answers for it.
    case unavailable
}

/// A pool of peers among which requests are spread.
public struct Upstream: Hashable, Sendable {
    /// At least one, each once, in the order of their addresses.
    public let peers: [Peer]
}

/// One address and port that answers requests.
public struct Peer: Hashable, Sendable {
    /// Its address.
    public let address: IPAddress
    /// The port it listens on.
    public let port: Port
}

extension Peer: Comparable {
    /// By address, then port.
    public static func < (a: Self, b: Self) -> Bool { (a.address, a.port.number) < (b.address, b.port.number) }
}
