/// What a synthetic Swarm is like. The same shape is the same Swarm, byte for byte, in every run.
struct Shape: Hashable {
    /// What the services ask of the router.
    var kind: Kind
    /// Overlay networks, one a stack.
    var networks: Int
    /// Service clusters, among which the stacks take turns.
    var clusters = 1

    /// Services of each network, at most 15, and running tasks of each service, at most 5: more would not fit the
    /// plan of addresses in a network of 254.
    static let servicesPerNetwork = 10
    static let tasksPerService = 3

    var services: Int { networks * Self.servicesPerNetwork }

    /// What the services ask of the router; it decides what nginx has to hold.
    enum Kind: String, CaseIterable {
        /// Of ten services one each with several hosts, a path, WebSockets, a sticky cookie, redirects, TLS, TLS passed
        /// through, client affinity, a virtual IP, and one without labels.
        case mixed
        /// A host each, reached at its virtual IP: a line with an address.
        case vip
        /// A host each, reached at its tasks: a line with an upstream, while nginx can afford those.
        case task
        /// A host each, by turns with a path that is taken off, WebSockets, a sticky cookie or a limit: a quarter server
        /// blocks, a quarter lines, and two quarters that share their blocks, while nginx can afford lines with upstreams.
        case special
        /// A host each with a path that is taken off: a server block of its own.
        case server
    }
}
