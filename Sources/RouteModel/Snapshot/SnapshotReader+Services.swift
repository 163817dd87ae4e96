/// Services (`GET /services`): the members of reference section 10.1 that routing needs. `PreviousSpec` is passed over.
extension SnapshotReader {
    private enum ServiceMember: String, CaseIterable {
        case id = "ID", updated = "UpdatedAt", spec = "Spec", endpoint = "Endpoint", status = "ServiceStatus"
    }
    private enum StatusMember: String, CaseIterable { case runningTasks = "RunningTasks" }
    private enum VirtualMember: String, CaseIterable { case virtualIPs = "VirtualIPs" }
    private enum VirtualIPMember: String, CaseIterable { case network = "NetworkID", address = "Addr" }
    private enum SpecMember: String, CaseIterable {
        case name = "Name", labels = "Labels", taskTemplate = "TaskTemplate", networks = "Networks", mode = "Mode"
        case endpointSpec = "EndpointSpec"
    }
    private enum TemplateMember: String, CaseIterable { case networks = "Networks", containerSpec = "ContainerSpec" }
    private enum ContainerMember: String, CaseIterable { case labels = "Labels" }
    private enum TargetMember: String, CaseIterable { case target = "Target" }
    private enum ModeMember: String, CaseIterable {
        case replicated = "Replicated", replicatedJob = "ReplicatedJob", globalJob = "GlobalJob"
    }
    private enum ReplicatedMember: String, CaseIterable { case replicas = "Replicas" }
    private enum EndpointMember: String, CaseIterable { case ports = "Ports" }
    private enum PortMember: String, CaseIterable { case targetPort = "TargetPort" }

    private static let serviceMembers = JSONNames<ServiceMember>()
    private static let statusMembers = JSONNames<StatusMember>()
    private static let virtualMembers = JSONNames<VirtualMember>()
    private static let virtualIPMembers = JSONNames<VirtualIPMember>()
    private static let containerMembers = JSONNames<ContainerMember>()
    private static let replicatedMembers = JSONNames<ReplicatedMember>()
    private static let specMembers = JSONNames<SpecMember>()
    private static let templateMembers = JSONNames<TemplateMember>()
    private static let targetMembers = JSONNames<TargetMember>()
    private static let modeMembers = JSONNames<ModeMember>()
    private static let endpointMembers = JSONNames<EndpointMember>()
    private static let portMembers = JSONNames<PortMember>()

    /// What has been read of one service.
    private struct Draft {
        var id: Identifier?
        var name: ByteString?
        var updated: ByteString?
        var labels = LabelSet()
        var networks = Few<Identifier>()
        /// `Spec.Networks`, the place of API 1.24: counts where the task template names none.
        var olderNetworks = Few<Identifier>()
        var targetPorts = Few<Int>()
        var virtualIPs = Few<Attachment>()
        var replicas: Int?
        var runningTasks: Int?
        var isJob = false
    }

    /// Reads one service.
    mutating func readService(_ scanner: inout JSONScanner) throws(SnapshotError) -> ServiceReading {
        var draft = Draft()
        try scanner.members(Self.serviceMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .id: draft.id = try readIdentifier(&scanner)
            case .updated: draft.updated = try scanner.string().map { ByteString($0) }
            case .spec: try readSpec(&scanner, into: &draft)
            case .endpoint:
                try scanner.members(Self.virtualMembers) { (scanner, _) throws(SnapshotError) in
                    draft.virtualIPs = try readVirtualIPs(&scanner)
                }
            case .status:
                try scanner.members(Self.statusMembers) { (scanner, _) throws(SnapshotError) in
                    draft.runningTasks = try scanner.integer()
                }
            }
        }
        return reading(of: draft)
    }

    /// What a service is to the router: one to route if it carries a label of the router.
    private func reading(of draft: Draft) -> ServiceReading {
        let reading = ServiceReading()
        let networks = draft.networks.isEmpty ? draft.olderNetworks : draft.networks
        if draft.labels.isProxy { reading.proxy = draft.name.map { ($0, DeployedProxy(networks: Array(networks))) } }
        guard !draft.labels.isEmpty else { return reading }
        guard let id = draft.id, let name = draft.name else {
            reading.diagnostic = .serviceIncomplete(named: draft.name)
            return reading
        }
        reading.service = Service(
            id: id, idText: snapshot.identifiers.text(of: id), name: name, updated: draft.updated,
            labels: draft.labels.compact, networks: networks, targetPorts: draft.targetPorts,
            virtualIPs: draft.virtualIPs, replicas: draft.replicas, runningTasks: draft.runningTasks,
            isJob: draft.isJob)
        return reading
    }

    private mutating func readVirtualIPs(_ scanner: inout JSONScanner) throws(SnapshotError) -> Few<Attachment> {
        var virtualIPs = Few<Attachment>()
        try scanner.elements { (scanner) throws(SnapshotError) in
            var network: Identifier?
            var address: IPAddress?
            try scanner.members(Self.virtualIPMembers) { (scanner, member) throws(SnapshotError) in
                switch member {
                case .network: network = try readIdentifier(&scanner)
                case .address: address = try scanner.string().flatMap { IPAddress($0) }
                }
            }
            if let network { virtualIPs.append(Attachment(network: network, address: address)) }
        }
        return virtualIPs
    }

    private mutating func readSpec(_ scanner: inout JSONScanner, into draft: inout Draft) throws(SnapshotError) {
        try scanner.members(Self.specMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .name: draft.name = try scanner.string().map { ByteString($0) }
            case .labels: try readLabels(&scanner, into: &draft.labels)
            case .taskTemplate:
                try scanner.members(Self.templateMembers) { (scanner, member) throws(SnapshotError) in
                    switch member {
                    case .networks: draft.networks = try readTargets(&scanner)
                    case .containerSpec:
                        try scanner.members(Self.containerMembers) { (scanner, _) throws(SnapshotError) in
                            draft.labels.onContainer = try Self.readKeysOfOurs(&scanner)
                        }
                    }
                }
            case .networks: draft.olderNetworks = try readTargets(&scanner)
            case .mode:
                try scanner.members(Self.modeMembers) { (scanner, member) throws(SnapshotError) in
                    switch member {
                    case .replicated:
                        try scanner.members(Self.replicatedMembers) { (scanner, _) throws(SnapshotError) in
                            draft.replicas = try scanner.integer()
                        }
                    case .replicatedJob, .globalJob:
                        if try scanner.peek() != UInt8(ascii: "n") { draft.isJob = true }
                        try scanner.skipValue()
                    }
                }
            case .endpointSpec:
                try scanner.members(Self.endpointMembers) { (scanner, _) throws(SnapshotError) in
                    draft.targetPorts = try Self.readTargetPorts(&scanner)
                }
            }
        }
    }

    /// The networks that a specification names, each once, in the order of the input.
    private mutating func readTargets(_ scanner: inout JSONScanner) throws(SnapshotError) -> Few<Identifier> {
        var targets = DistinctList<Identifier>()
        try scanner.elements { (scanner) throws(SnapshotError) in
            try scanner.members(Self.targetMembers) { (scanner, _) throws(SnapshotError) in
                if let target = try readIdentifier(&scanner) { targets.append(target) }
            }
        }
        return targets.elements
    }

    private static func readTargetPorts(_ scanner: inout JSONScanner) throws(SnapshotError) -> Few<Int> {
        var ports = DistinctList<Int>()
        try scanner.elements { (scanner) throws(SnapshotError) in
            try scanner.members(Self.portMembers) { (scanner, _) throws(SnapshotError) in
                if let port = try scanner.integer() { ports.append(port) }
            }
        }
        return ports.elements
    }
}
