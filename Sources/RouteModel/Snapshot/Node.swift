/// A machine of the Swarm.
struct Node: Hashable, Sendable {
    /// Where others reach it.
    var address: IPAddress?
    var hostname = ByteString([])
    /// `manager` or `worker`.
    var role = ByteString([])
    var operatingSystem = ByteString([])
    var architecture = ByteString([])
    /// The labels that operators gave it.
    var labels: [ByteString: ByteString] = [:]
    /// The labels of its Docker Engine.
    var engineLabels: [ByteString: ByteString] = [:]
    /// Whether Swarm may start tasks there: it is neither down nor paused nor drained.
    var takesTasks = true
}

/// A service that runs proxies, as the Swarm has it now.
struct DeployedProxy: Hashable, Sendable {
    /// What marks such a service (reference section 7.1).
    static let type: StaticString = "com.docker.interlock.core.proxy"

    /// The networks that it is attached to.
    var networks: [Identifier]
}
