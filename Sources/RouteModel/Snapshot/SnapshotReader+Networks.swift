/// Networks, in the two spellings of the Engine: as `GET /networks` lists them and as attachments repeat them.
extension SnapshotReader {
    private enum ListMember: String, CaseIterable {
        case id = "Id", name = "Name", scope = "Scope", driver = "Driver", ingress = "Ingress", labels = "Labels"
        case ipam = "IPAM"
    }
    private enum AttachedMember: String, CaseIterable {
        case id = "ID", spec = "Spec", driverState = "DriverState", ipamOptions = "IPAMOptions"
    }
    private enum AttachedSpecMember: String, CaseIterable {
        case name = "Name", scope = "Scope", ingress = "Ingress", labels = "Labels"
    }
    private enum DriverMember: String, CaseIterable { case name = "Name" }
    private enum IPAMMember: String, CaseIterable { case config = "Config" }
    private enum IPAMOptionsMember: String, CaseIterable { case configs = "Configs" }
    private enum ConfigMember: String, CaseIterable { case subnet = "Subnet" }

    private static let listMembers = JSONNames<ListMember>()
    private static let attachedMembers = JSONNames<AttachedMember>()
    private static let attachedSpecMembers = JSONNames<AttachedSpecMember>()
    private static let driverMembers = JSONNames<DriverMember>()
    private static let ipamMembers = JSONNames<IPAMMember>()
    private static let ipamOptionsMembers = JSONNames<IPAMOptionsMember>()
    private static let configMembers = JSONNames<ConfigMember>()

    /// What makes a network one that services and proxies can share (reference section 5.5).
    private struct Draft {
        var name: ByteString?
        var isSwarmWide = true
        var isOverlay = true
        var isIngress = false
        var subnets: [Subnet] = []

        var isRoutable: Bool { isSwarmWide && isOverlay && !isIngress && name != "ingress" }
    }

    /// Reads one network of the list, which says more than an attachment and so replaces what one said.
    mutating func readNetwork(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var id: Identifier?
        var draft = Draft()
        try scanner.members(Self.listMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .id: id = try readIdentifier(&scanner)
            case .name: draft.name = try scanner.string().map { ByteString($0) }
            case .scope: draft.isSwarmWide = try scanner.isText("swarm")
            case .driver: draft.isOverlay = try scanner.isText("overlay")
            case .ingress: if try scanner.boolean() == true { draft.isIngress = true }
            case .labels: if try Self.readsInternal(&scanner) { draft.isIngress = true }
            case .ipam:
                try scanner.members(Self.ipamMembers) { (scanner, _) throws(SnapshotError) in
                    draft.subnets = try Self.readSubnets(&scanner)
                }
            }
        }
        guard let id, let name = draft.name else { return }
        snapshot.networks[id] = Network(name: name, isRoutable: draft.isRoutable, subnets: draft.subnets)
        known.insert(id)
    }

    /// Reads the network of an attachment, which thousands of attachments repeat.
    mutating func readAttachedNetwork(_ scanner: inout JSONScanner) throws(SnapshotError) -> Identifier? {
        guard let beginning = try attachedNetworks.beginning(at: &scanner) else { return try readMention(&scanner) }
        if let (id, count) = attachedNetworks.recall(beginning, at: scanner), known.contains(id) {
            scanner.place += count
            note(Draft(), of: id)
            return id
        }
        let id = try readMention(&scanner)
        if let id { attachedNetworks.keep(id, from: beginning, to: scanner) }
        return id
    }

    /// Reads what an attachment says of a network: its ID alone once it is known.
    private mutating func readMention(_ scanner: inout JSONScanner) throws(SnapshotError) -> Identifier? {
        var id: Identifier?
        var draft = Draft()
        try scanner.members(Self.attachedMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .id: id = try readIdentifier(&scanner)
            case .spec:
                if let id, known.contains(id) { return try scanner.skipValue() }
                try readAttachedSpec(&scanner, into: &draft)
            case .driverState:
                try scanner.members(Self.driverMembers) { (scanner, _) throws(SnapshotError) in
                    draft.isOverlay = try scanner.isText("overlay")
                }
            case .ipamOptions:
                if let id, known.contains(id) { return try scanner.skipValue() }
                try scanner.members(Self.ipamOptionsMembers) { (scanner, _) throws(SnapshotError) in
                    draft.subnets = try Self.readSubnets(&scanner)
                }
            }
        }
        if let id { note(draft, of: id) }
        return id
    }

    /// Keeps what an attachment says of its network, unless somebody has told of it before.
    private mutating func note(_ draft: Draft, of id: Identifier) {
        let isKnown = known.contains(id)
        var network: Network?
        if !isKnown, let name = draft.name {
            network = Network(name: name, isRoutable: draft.isRoutable, subnets: draft.subnets)
            snapshot.networks[id] = network
            known.insert(id)
        }
        if memory != nil { mentions.append(NetworkMention(id: id, wasKnown: isKnown, network: network)) }
    }

    /// The ranges of a network's addresses; what is none is left out.
    private static func readSubnets(_ scanner: inout JSONScanner) throws(SnapshotError) -> [Subnet] {
        var subnets: [Subnet] = []
        try scanner.elements { (scanner) throws(SnapshotError) in
            try scanner.members(Self.configMembers) { (scanner, _) throws(SnapshotError) in
                if let subnet = try scanner.string().flatMap({ Subnet($0) }) { subnets.append(subnet) }
            }
        }
        return subnets
    }

    private func readAttachedSpec(_ scanner: inout JSONScanner, into draft: inout Draft) throws(SnapshotError) {
        try scanner.members(Self.attachedSpecMembers) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .name: draft.name = try scanner.string().map { ByteString($0) }
            case .scope: draft.isSwarmWide = try scanner.isText("swarm")
            case .ingress: if try scanner.boolean() == true { draft.isIngress = true }
            case .labels: if try Self.readsInternal(&scanner) { draft.isIngress = true }
            }
        }
    }

    /// Whether the labels that come next are those of the ingress network, as engines before API 1.29 mark it.
    private static func readsInternal(_ scanner: inout JSONScanner) throws(SnapshotError) -> Bool {
        var found = false
        try scanner.object { (scanner, key) throws(SnapshotError) in
            if key.hasBytes(of: "com.docker.swarm.internal") { found = true }
            try scanner.skipValue()
        }
        return found
    }
}
