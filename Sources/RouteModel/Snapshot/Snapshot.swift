/// A Swarm at one moment, as far as routing needs it: what `readSnapshot` keeps of the Engine API's answers.
public struct Snapshot: Sendable {
    /// The services that carry a label of the router, in the order of the input.
    public internal(set) var services: [Service] = []
    /// The tasks that run and shall run, in the order of the input.
    public internal(set) var tasks: [Task] = []
    /// What is known of the networks.
    var networks: [Identifier: Network] = [:]
    /// Whether the input lists the networks; else they are known from attachments alone.
    var listsNetworks = false
    /// The nodes; none if the input does not list them.
    var nodes: [Identifier: Node] = [:]
    /// The IDs of secrets; `nil` if the input does not list them.
    var secrets: [SecretName: ByteString]?
    /// The IDs of the config objects that hold files of proxies, by name; `nil` if the input does not list them.
    var configs: [ByteString: ByteString]?
    /// The services that run proxies, by name.
    var proxies: [ByteString: DeployedProxy] = [:]
    var identifiers = IdentifierPool()
    /// How often the tasks of each service have changed in the life of the memory that it was read with, by the number of
    /// the service's ID; empty without one.
    var taskVersions: [Int32] = []
    /// What was wrong with single objects of the input, in an order of its own; they are left out.
    public internal(set) var diagnostics: [Diagnostic] = []
}

extension Snapshot {
    /// The ID of a secret; `nil` if the Swarm has none of that name, or the input does not tell.
    public func id(of secret: SecretName) -> ByteString? { secrets?[secret] }

    /// The ID of a config object that holds a proxy's file; likewise.
    public func id(ofConfig name: ByteString) -> ByteString? { configs?[name] }
}

/// A Swarm service: what to run, and how it wants to be reached.
///
/// A class, since sorting and joining pass services around: a copy counts one reference instead of eight.
public final class Service: Sendable {
    let id: Identifier
    /// Its ID as text: what settles the order of two services of one name.
    let idText: ByteString
    /// Its name, which a tenant has chosen.
    public let name: ByteString
    /// When it was last changed, as the Engine writes it (RFC 3339); `nil` if the input does not tell.
    let updated: ByteString?
    /// Its labels, as far as they concern routing.
    public let labels: LabelSet
    /// The networks that it is attached to, as its specification names them: IDs, or names in data made by hand.
    let networks: Few<Identifier>
    /// The container ports that its endpoint declares.
    let targetPorts: Few<Int>
    /// Its virtual IPs, by network.
    let virtualIPs: Few<Attachment>
    /// How many tasks it is to have; `nil` for a global service, or if the input does not tell.
    let replicas: Int?
    /// How many tasks run, if the input tells (`ServiceStatus`).
    let runningTasks: Int?
    /// Whether its tasks end by themselves (`ReplicatedJob`, `GlobalJob`): never routed.
    let isJob: Bool

    init(
        id: Identifier, idText: ByteString, name: ByteString, updated: ByteString?, labels: LabelSet,
        networks: Few<Identifier>,
        targetPorts: Few<Int>, virtualIPs: Few<Attachment>, replicas: Int?, runningTasks: Int?, isJob: Bool
    ) {
        self.id = id
        self.idText = idText
        self.name = name
        self.updated = updated
        self.labels = labels
        self.networks = networks
        self.targetPorts = targetPorts
        self.virtualIPs = virtualIPs
        self.replicas = replicas
        self.runningTasks = runningTasks
        self.isJob = isJob
    }
}

/// An overlay network, or one that cannot carry routed traffic.
struct Network: Hashable, Sendable {
    var name: ByteString
    /// Whether services and proxies can share it: an overlay of the whole Swarm that is not the ingress network.
    var isRoutable: Bool
    /// The ranges of its addresses; none if the input does not tell.
    var subnets: [Subnet] = []
}
