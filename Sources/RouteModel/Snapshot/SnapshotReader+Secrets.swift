/// Secrets (`GET /secrets`) and config objects (`GET /configs`): reference section 10.5.
extension SnapshotReader {
    private enum ObjectMember: String, CaseIterable { case id = "ID", spec = "Spec" }
    private enum SpecMember: String, CaseIterable { case name = "Name" }

    private static let objectMembers = JSONNames<ObjectMember>()
    private static let specMembers = JSONNames<SpecMember>()
    private static let configPrefix: StaticString = "com.docker.interlock.proxy."

    /// Reads the secrets. A list, even an empty one, says which there are; anything else says nothing.
    mutating func readSecrets(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var secrets: [SecretName: ByteString] = [:]
        let isList = try scanner.elements { (scanner) throws(SnapshotError) in
            let (id, name) = try Self.readObject(&scanner) { SecretName($0) }
            if let name { secrets[name] = id ?? ByteString([]) }
        }
        if isList { snapshot.secrets = secrets }
    }

    /// Reads the config objects that hold files of proxies; the Swarm's others are passed over.
    mutating func readConfigs(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var configs: [ByteString: ByteString] = [:]
        let isList = try scanner.elements { (scanner) throws(SnapshotError) in
            let (id, name) = try Self.readObject(&scanner) { name in
                name.dropping(Self.configPrefix).map { _ in ByteString(name) }
            }
            if let id, let name { configs[name] = id }
        }
        if isList { snapshot.configs = configs }
    }

    private static func readObject<Name>(
        _ scanner: inout JSONScanner, named name: (UnsafeBufferPointer<UInt8>) -> Name?
    ) throws(SnapshotError) -> (id: ByteString?, name: Name?) {
        var object: (id: ByteString?, name: Name?)
        try scanner.members(Self.objectMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .id: object.id = try scanner.string().map { ByteString($0) }
            case .spec:
                try scanner.members(Self.specMembers) { (scanner, _) throws(SnapshotError) in
                    object.name = try scanner.string().flatMap(name)
                }
            }
        }
        return object
    }
}
