/// Nodes (`GET /nodes`): reference section 10.4.
extension SnapshotReader {
    private enum NodeMember: String, CaseIterable {
        case id = "ID", spec = "Spec", description = "Description", status = "Status", managerStatus = "ManagerStatus"
    }
    private enum SpecMember: String, CaseIterable {
        case labels = "Labels", role = "Role", availability = "Availability"
    }
    private enum DescriptionMember: String, CaseIterable {
        case hostname = "Hostname", platform = "Platform", engine = "Engine"
    }
    private enum PlatformMember: String, CaseIterable { case architecture = "Architecture", operatingSystem = "OS" }
    private enum EngineMember: String, CaseIterable { case labels = "Labels" }
    private enum StatusMember: String, CaseIterable { case address = "Addr", state = "State" }
    private enum ManagerMember: String, CaseIterable { case address = "Addr" }

    private static let nodeMembers = JSONNames<NodeMember>()
    private static let specMembers = JSONNames<SpecMember>()
    private static let descriptionMembers = JSONNames<DescriptionMember>()
    private static let platformMembers = JSONNames<PlatformMember>()
    private static let engineMembers = JSONNames<EngineMember>()
    private static let statusMembers = JSONNames<StatusMember>()
    private static let managerMembers = JSONNames<ManagerMember>()

    /// Reads one node. A leader may say that its address is `0.0.0.0`; the one that managers use counts then.
    mutating func readNode(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var id: Identifier?
        var node = Node()
        var managerAddress: IPAddress?
        try scanner.members(Self.nodeMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .id: id = try readIdentifier(&scanner)
            case .spec: try Self.readSpec(&scanner, into: &node)
            case .description: try Self.readDescription(&scanner, into: &node)
            case .status:
                try scanner.members(Self.statusMembers) { (scanner, member) throws(SnapshotError) in
                    switch member {
                    case .address: node.address = try scanner.string().flatMap { IPAddress($0) }
                    case .state: if try !scanner.isText("ready") { node.takesTasks = false }
                    }
                }
            case .managerStatus:
                try scanner.members(Self.managerMembers) { (scanner, _) throws(SnapshotError) in
                    managerAddress = try scanner.string().flatMap { Self.host(of: Array($0)) }
                }
            }
        }
        guard let id else { return }
        node.address = node.address ?? managerAddress
        snapshot.nodes[id] = node
    }

    private static func readSpec(_ scanner: inout JSONScanner, into node: inout Node) throws(SnapshotError) {
        try scanner.members(Self.specMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .labels: node.labels = try readTexts(&scanner)
            case .role: node.role = try readText(&scanner)
            case .availability: if try !scanner.isText("active") { node.takesTasks = false }
            }
        }
    }

    private static func readDescription(_ scanner: inout JSONScanner, into node: inout Node) throws(SnapshotError) {
        try scanner.members(Self.descriptionMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .hostname: node.hostname = try readText(&scanner)
            case .platform:
                try scanner.members(Self.platformMembers) { (scanner, member) throws(SnapshotError) in
                    switch member {
                    case .architecture: node.architecture = try readText(&scanner)
                    case .operatingSystem: node.operatingSystem = try readText(&scanner)
                    }
                }
            case .engine:
                try scanner.members(Self.engineMembers) { (scanner, _) throws(SnapshotError) in
                    node.engineLabels = try readTexts(&scanner)
                }
            }
        }
    }

    private static func readText(_ scanner: inout JSONScanner) throws(SnapshotError) -> ByteString {
        ByteString(try scanner.string().map { Array($0) } ?? [])
    }

    /// Labels; the first of a key counts, and what is no text is left out.
    private static func readTexts(_ scanner: inout JSONScanner) throws(SnapshotError) -> [ByteString: ByteString] {
        var texts: [ByteString: ByteString] = [:]
        try scanner.object { (scanner, bytes) throws(SnapshotError) in
            let key = ByteString(bytes)
            if let text = try scanner.string(), texts[key] == nil { texts[key] = ByteString(text) }
        }
        return texts
    }

    /// The address of `address:port`; IPv6 stands in brackets there.
    private static func host(of socket: [UInt8]) -> IPAddress? {
        guard let colon = socket.lastIndex(of: UInt8(ascii: ":")) else { return IPAddress(socket) }
        let host = socket[..<colon]
        return IPAddress(host.first == UInt8(ascii: "[") ? host.dropFirst().dropLast() : host)
    }
}
