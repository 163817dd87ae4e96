/// Reads a snapshot: one JSON object whose members are the arrays that the Engine API answers.
///
/// `services` is required, in any order beside the others, which may be absent or `null`. The document is read
/// strictly: its grammar, UTF-8, nesting (512) and members given twice are errors. Its objects are read leniently: a
/// label that is no text costs that label, an object without an ID that object; `Snapshot.diagnostics` tells which.
///
/// - Parameter ahead: tasks that are being read already; whatever they are, the result is the same without them.
/// - Parameter meet: is shown the services as soon as all have been read.
public func readSnapshot(
    from source: @escaping ByteSource, ahead: ReadAhead? = nil, services meet: (([Service]) -> Void)? = nil
) throws(SnapshotError) -> Snapshot {
    var reader = SnapshotReader(ahead: ahead, services: meet)
    var scanner = JSONScanner(of: source)
    try reader.read(&scanner)
    return reader.snapshot
}

/// Reads a snapshot that is in memory.
public func readSnapshot(_ bytes: [UInt8]) throws(SnapshotError) -> Snapshot {
    var offset = 0
    return try readSnapshot { buffer in
        let count = min(buffer.count, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return .success(count)
    }
}

/// Builds a snapshot from what a scanner meets.
struct SnapshotReader {
    var snapshot = Snapshot()
    /// The networks that have been told of.
    var known = KnownNetworks()
    /// The specifications that tasks repeat, which begin with the image and the container's labels.
    var specs = RepeatedObjects<Void>(toldBy: 256)
    /// The networks that attachments repeat, which begin with their IDs.
    var attachedNetworks = RepeatedObjects<Identifier>(toldBy: 40)
    /// The stack of the last service that has one.
    var lastStack: ByteString?
    /// Tasks that somebody else is reading.
    var ahead: ReadAhead?
    /// Who waits for the services.
    private let meet: (([Service]) -> Void)?
    /// What was read of the last snapshot, if that is to be used again.
    let memory: SnapshotMemory?
    /// The networks that the task being read has told of; kept for `memory` alone.
    var mentions: [NetworkMention] = []

    init(
        ahead: ReadAhead? = nil, services meet: (([Service]) -> Void)? = nil, remembering memory: SnapshotMemory? = nil
    ) {
        self.ahead = ahead
        self.meet = meet
        self.memory = memory
    }

    private enum Member: String, CaseIterable { case services, tasks, networks, nodes, secrets, configs }

    private static let members = JSONNames<Member>()

    mutating func read(_ scanner: inout JSONScanner) throws(SnapshotError) {
        var hasServices = false
        try Self.refuseOtherEncodings(&scanner)
        guard try scanner.peek() != 0 else {
            throw SnapshotError(at: nil, "the input is empty; it should be a snapshot, an object with \"services\"")
        }
        let start = scanner.position(of: scanner.place)
        let isObject = try scanner.members(Self.members) { (scanner, member) throws(SnapshotError) in
            switch member {
            case .services:
                hasServices = try readServices(&scanner)
                meet?(snapshot.services)
            case .tasks: try readTasks(&scanner)
            case .networks:
                snapshot.listsNetworks = try scanner.elements { (scanner) throws(SnapshotError) in
                    try readNetwork(&scanner)
                }
            case .nodes: try scanner.elements { (scanner) throws(SnapshotError) in try readNode(&scanner) }
            case .secrets: try readSecrets(&scanner)
            case .configs: try readConfigs(&scanner)
            }
        }
        try scanner.expectEnd()
        snapshot.diagnostics.sort()
        guard isObject else {
            throw SnapshotError(at: start, "a snapshot is an object with \"services\"; this is none")
        }
        guard hasServices else {
            throw SnapshotError(at: start, "the snapshot has no array \"services\"; it is what GET /services answers")
        }
    }

    /// Byte order marks and what UTF-16 and UTF-32 look like where a brace comes first (RFC 8259, section 8.1).
    private static func refuseOtherEncodings(_ scanner: inout JSONScanner) throws(SnapshotError) {
        let bytes = try scanner.prefix(3)
        if bytes.elementsEqual([0xEF, 0xBB, 0xBF]) {
            throw scanner.errorHere("a byte order mark stands before the snapshot; save it as UTF-8 without one")
        }
        let pair = bytes.prefix(2)
        if pair.contains(0) || pair.elementsEqual([0xFF, 0xFE]) || pair.elementsEqual([0xFE, 0xFF]) {
            throw scanner.errorHere("the snapshot is UTF-16 or UTF-32; save it as UTF-8")
        }
    }

    mutating func keep(_ reading: ServiceReading) {
        if let (name, proxy) = reading.proxy { snapshot.proxies[name] = proxy }
        if let diagnostic = reading.diagnostic { snapshot.diagnostics.append(diagnostic) }
        if let service = reading.service { snapshot.services.append(service) }
    }

    mutating func keep(_ task: Task?) { if let task { snapshot.tasks.append(task) } }

    /// The ID that comes next, as its number.
    mutating func readIdentifier(_ scanner: inout JSONScanner) throws(SnapshotError) -> Identifier? {
        guard let text = try scanner.string(), !text.isEmpty else { return nil }
        return snapshot.identifiers.identifier(of: text)
    }
}
