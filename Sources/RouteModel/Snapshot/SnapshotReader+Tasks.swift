/// Tasks (`GET /tasks`) and networks (`GET /networks`): reference sections 10.2 and 10.3.
extension SnapshotReader {
    private enum TaskMember: String, CaseIterable {
        case serviceID = "ServiceID", status = "Status", desiredState = "DesiredState"
        case networksAttachments = "NetworksAttachments"
    }
    private enum StatusMember: String, CaseIterable { case state = "State" }
    private enum AttachmentMember: String, CaseIterable { case network = "Network", addresses = "Addresses" }

    private static let taskMembers = JSONNames<TaskMember>()
    private static let statusMembers = JSONNames<StatusMember>()
    private static let attachmentMembers = JSONNames<AttachmentMember>()

    /// Reads one task and keeps it if it runs and shall run: one on a dead node says `running` for ever, but once
    /// Swarm has replaced it, is meant to be shut down.
    mutating func readTask(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var service: Identifier?
        var runs = false
        var shallRun = false
        var attachments: [Attachment] = []
        try scanner.members(Self.taskMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .serviceID: service = try readIdentifier(&scanner)
            case .desiredState: shallRun = try scanner.isText("running")
            case .status:
                try scanner.members(Self.statusMembers) { (scanner, _) throws(SnapshotError) in
                    runs = try scanner.isText("running")
                }
            case .networksAttachments: attachments = try readAttachments(&scanner)
            }
        }
        guard let service, runs, shallRun else { return }
        snapshot.tasks.append(Task(service: service, attachments: attachments))
    }

    private mutating func readAttachments(_ scanner: inout JSONScanner) throws(SnapshotError) -> [Attachment] {
        var attachments: [Attachment] = []
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
            if let network { attachments.append(Attachment(network: network, address: address)) }
        }
        return attachments
    }
}
