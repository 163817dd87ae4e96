/// Tasks (`GET /tasks`) and networks (`GET /networks`): reference sections 10.2 and 10.3.
extension SnapshotReader {
    private enum TaskMember: String, CaseIterable {
        case serviceID = "ServiceID", status = "Status", desiredState = "DesiredState"
        case networksAttachments = "NetworksAttachments", nodeID = "NodeID", spec = "Spec"
    }
    private enum StatusMember: String, CaseIterable { case state = "State", portStatus = "PortStatus" }
    private enum PortStatusMember: String, CaseIterable { case ports = "Ports" }
    private enum PortMember: String, CaseIterable {
        case target = "TargetPort", published = "PublishedPort", mode = "PublishMode"
    }
    private enum AttachmentMember: String, CaseIterable { case network = "Network", addresses = "Addresses" }

    private static let taskMembers = JSONNames<TaskMember>(passing: .spec)
    private static let statusMembers = JSONNames<StatusMember>()
    private static let portStatusMembers = JSONNames<PortStatusMember>()
    private static let portMembers = JSONNames<PortMember>()
    private static let attachmentMembers = JSONNames<AttachmentMember>()

    /// Reads one task; `nil` unless it runs and shall run: one on a dead node says `running` for ever, but once Swarm has
    /// replaced it, is meant to be shut down.
    mutating func readTask(_ scanner: inout JSONScanner) throws(SnapshotError) -> Task? {
        var service: Identifier?
        var runs = false
        var shallRun = false
        var attachments = Few<Attachment>()
        var node: Identifier?
        var publishedPorts: [PublishedPort] = []
        try scanner.members(Self.taskMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .serviceID: service = try readIdentifier(&scanner)
            case .desiredState: shallRun = try scanner.isText("running")
            case .status:
                try scanner.members(Self.statusMembers) { (scanner, member) throws(SnapshotError) in
                    switch member {
                    case .state: runs = try scanner.isText("running")
                    case .portStatus: publishedPorts = try Self.readPublishedPorts(&scanner)
                    }
                }
            case .nodeID: node = try readIdentifier(&scanner)
            case .spec: try skipSpec(&scanner)
            case .networksAttachments: attachments = try readAttachments(&scanner)
            }
        }
        guard let service, runs, shallRun else { return nil }
        return Task(service: service, attachments: attachments, node: node, publishedPorts: publishedPorts)
    }

    /// Steps over a task's specification, two thirds of its bytes, which all tasks of a service have in common.
    private mutating func skipSpec(_ scanner: inout JSONScanner) throws(SnapshotError) {
        guard let beginning = try specs.beginning(at: &scanner) else { return try scanner.skipValue() }
        if let known = specs.recall(beginning, at: scanner) {
            scanner.place += known.count
        } else {
            try scanner.skipValue()
            specs.keep((), from: beginning, to: scanner)
        }
    }

    /// The ports that a task publishes on its own node; those that every node publishes lead to any task.
    private static func readPublishedPorts(_ scanner: inout JSONScanner) throws(SnapshotError) -> [PublishedPort] {
        var ports: [PublishedPort] = []
        try scanner.members(Self.portStatusMembers) { (scanner, _) throws(SnapshotError) in
            try scanner.elements { (scanner) throws(SnapshotError) in
                var target: Int?
                var published: Int?
                var isOnNode = true
                try scanner.members(Self.portMembers) { (scanner, member) throws(SnapshotError) in
                    switch member {
                    case .target: target = try scanner.integer()
                    case .published: published = try scanner.integer()
                    case .mode: isOnNode = try scanner.isText("host")
                    }
                }
                if let target, let published, isOnNode {
                    ports.append(PublishedPort(target: target, published: published))
                }
            }
        }
        return ports
    }

    private mutating func readAttachments(_ scanner: inout JSONScanner) throws(SnapshotError) -> Few<Attachment> {
        var attachments = Few<Attachment>()
        try scanner.elements { (scanner) throws(SnapshotError) in
            var network: Identifier?
            var address: IPAddress?
            try scanner.members(Self.attachmentMembers) { (scanner, member) throws(SnapshotError) in
                switch member {
                case .network: network = try readAttachedNetwork(&scanner)
                case .addresses:
                    try scanner.elements { (scanner) throws(SnapshotError) in
                        guard let next = try scanner.string().flatMap({ IPAddress($0) }) else { return }
                        address = min(address ?? next, next)
                    }
                }
            }
            guard let network else { return }
            attachments.append(Attachment(network: network, address: address))
        }
        return attachments
    }
}
