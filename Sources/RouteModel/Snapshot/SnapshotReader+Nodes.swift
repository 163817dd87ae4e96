/// Nodes (`GET /nodes`) and secrets (`GET /secrets`): reference sections 10.4 and 10.5.
extension SnapshotReader {
    private enum NodeMember: String, CaseIterable { case id = "ID", status = "Status", managerStatus = "ManagerStatus" }
    private enum StatusMember: String, CaseIterable { case address = "Addr" }
    private enum SecretMember: String, CaseIterable { case spec = "Spec" }
    private enum SpecMember: String, CaseIterable { case name = "Name" }

    private static let nodeMembers = JSONNames<NodeMember>()
    private static let statusMembers = JSONNames<StatusMember>()
    private static let secretMembers = JSONNames<SecretMember>()
    private static let specMembers = JSONNames<SpecMember>()

    /// Reads one node. A leader may say that its address is `0.0.0.0`; the one that managers use counts then.
    mutating func readNode(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var id: Identifier?
        var address: IPAddress?
        var managerAddress: IPAddress?
        try scanner.members(Self.nodeMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .id: id = try readIdentifier(&scanner)
            case .status:
                try scanner.members(Self.statusMembers) { (scanner, _) throws(SnapshotError) in
                    address = try scanner.string().flatMap { IPAddress($0) }
                }
            case .managerStatus:
                try scanner.members(Self.statusMembers) { (scanner, _) throws(SnapshotError) in
                    managerAddress = try scanner.string().flatMap { Self.host(of: Array($0)) }
                }
            }
        }
        guard let id else { return }
        snapshot.nodes[id] = address ?? managerAddress
    }

    /// The address of `address:port`; IPv6 stands in brackets there.
    private static func host(of socket: [UInt8]) -> IPAddress? {
        guard let colon = socket.lastIndex(of: UInt8(ascii: ":")) else { return IPAddress(socket) }
        let host = socket[..<colon]
        return IPAddress(host.first == UInt8(ascii: "[") ? host.dropFirst().dropLast() : host)
    }

    /// Reads the names of secrets. A list, even an empty one, says which there are; anything else says nothing.
    mutating func readSecrets(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var names: Set<SecretName> = []
        let isList = try scanner.elements { (scanner) throws(SnapshotError) in
            try scanner.members(Self.secretMembers) { (scanner, _) throws(SnapshotError) in
                try scanner.members(Self.specMembers) { (scanner, _) throws(SnapshotError) in
                    if let name = try scanner.string().flatMap({ SecretName($0) }) { names.insert(name) }
                }
            }
        }
        if isList { snapshot.secrets = names }
    }
}
