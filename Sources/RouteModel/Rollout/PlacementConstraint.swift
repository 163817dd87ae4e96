/// A condition that a node must meet for tasks to run there, as Swarm's scheduler reads it:
/// `node.labels.region==east`, `node.role != manager`.
struct PlacementConstraint: Hashable, Sendable {
    /// What of a node is looked at.
    private enum Subject: Hashable {
        case id, hostname, address, role, operatingSystem, architecture
        /// A label of the node, by its key.
        case label(ByteString)
        /// A label of the node's Docker Engine, by its key.
        case engineLabel(ByteString)
    }

    private let subject: Subject
    /// Whether the node must have the value; else it must not.
    private let wantsEqual: Bool
    private let value: [UInt8]

    /// `nil` for what Swarm would refuse, or accept and find no node for: an expression without an operator, an unknown
    /// subject, a value that is empty or has other bytes than Swarm allows.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let (place, wantsEqual) = Self.operation(in: bytes) else { return nil }
        let value = Array(trimmed(bytes[(place + 2)...]))
        guard let subject = Self.subject(Array(trimmed(bytes[..<place]))), Self.isValue(value) else { return nil }
        // Swarm reads an address and a range as such; a node whose address is neither is none.
        if subject == .address, IPAddress(anyAddress: value) == nil, Subnet(value) == nil { return nil }
        (self.subject, self.wantsEqual, self.value) = (subject, wantsEqual, value)
    }

    /// Whether `node`, which has this ID, meets the condition.
    func allows(_ node: Node, id: ByteString) -> Bool { holds(for: node, id: id) == wantsEqual }

    /// Whether the node has the value. What it does not tell of itself is the empty text, which no value is.
    private func holds(for node: Node, id: ByteString) -> Bool {
        switch subject {
        case .id: isValue(of: id)
        case .hostname: isValue(of: node.hostname)
        case .address: node.address.map(isAddress) ?? false
        case .role: isValue(of: node.role)
        case .operatingSystem: isValue(of: node.operatingSystem)
        case .architecture: isValue(of: node.architecture)
        case .label(let key): isValue(of: node.labels[key] ?? "")
        case .engineLabel(let key): isValue(of: node.engineLabels[key] ?? "")
        }
    }

    /// Values are the same in either case, whatever they are of.
    private func isValue(of text: ByteString) -> Bool {
        value.elementsEqual(text.bytes) { asciiLowercased($0) == asciiLowercased($1) }
    }

    private func isAddress(_ address: IPAddress) -> Bool {
        IPAddress(anyAddress: value).map { $0 == address } ?? Subnet(value)?.contains(address) ?? false
    }
}

extension PlacementConstraint {
    /// Where the operator begins, and whether it is `==`: Swarm looks for that first.
    private static func operation(in bytes: [UInt8]) -> (place: Int, wantsEqual: Bool)? {
        func place(of first: UInt8) -> Int? {
            bytes.indices.dropLast().first { bytes[$0] == first && bytes[$0 + 1] == UInt8(ascii: "=") }
        }
        if let place = place(of: UInt8(ascii: "=")) { return (place, true) }
        return place(of: UInt8(ascii: "!")).map { ($0, false) }
    }

    /// Names of subjects count in any case, keys of labels as they are.
    private static func subject(_ name: [UInt8]) -> Subject? {
        guard isName(name) else { return nil }
        switch String(decoding: name.map(asciiLowercased), as: UTF8.self) {
        case "node.id": return .id
        case "node.hostname": return .hostname
        case "node.ip": return .address
        case "node.role": return .role
        case "node.platform.os": return .operatingSystem
        case "node.platform.arch": return .architecture
        default: break
        }
        if let key = LabelPath.node.key(in: name) { return .label(key) }
        return LabelPath.engine.key(in: name).map { .engineLabel($0) }
    }

    /// A letter or `_`, and behind it letters, digits and `-_.`.
    private static func isName(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, isLetterOrDigit(first) || first == UInt8(ascii: "_"), !isDigit(first) else {
            return false
        }
        return bytes.allSatisfy { isLetterOrDigit($0) || "-_.".utf8.contains($0) }
    }

    private static func isValue(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { isLetterOrDigit($0) || ":-_ \t.*()?+[]\\^$|/".utf8.contains($0) }
    }
}

/// What stands before the key of a label in placement constraints and preferences.
enum LabelPath: String, CaseIterable {
    case node = "node.labels."
    case engine = "engine.labels."

    /// The key in `name`; `nil` if it is no label of this kind.
    func key(in name: [UInt8]) -> ByteString? {
        let prefix = rawValue.utf8
        guard name.count > prefix.count, zip(name, prefix).allSatisfy({ asciiLowercased($0) == $1 }) else { return nil }
        return ByteString(name.dropFirst(prefix.count))
    }
}
