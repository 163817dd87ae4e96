/// What was read of the last snapshot, so that only what has changed must be read of the next one.
///
/// Whatever it holds, a reading gives the same: the same snapshot, or the same error at the same place. It knows the
/// bytes of services and tasks by fingerprints alone and keeps some 300 bytes of each; objects of more than 32 KiB, or with
/// escapes in a text that is needed, are read anew each time.
public final class SnapshotMemory {
    /// How many IDs more than after a first reading may be known before all is forgotten: tasks that come and go leave
    /// theirs behind.
    private static let spareIdentifiers = 4_096

    let key = FingerprintKey()
    var services = ElementMemory<ServiceReading>()
    var tasks = ElementMemory<TaskReading>()
    /// What `services` say together.
    private(set) var lastServices = ReadServices()
    /// The same of the snapshot that is being read, where that is something else.
    var newServices: ReadServices?
    private var identifiers = IdentifierPool()
    /// How many IDs there were after the first reading.
    private var firstIdentifiers: Int?
    /// The services to route, by the numbers of their IDs.
    private var servicesByID: [Service?] = []
    /// How often the tasks of each service have changed, by the number of its ID.
    private var taskVersions: [Int32] = []

    /// Remembers nothing yet.
    public init() {}

    /// How many IDs, and objects of snapshots, are kept: what its memory is proportional to.
    public var counts: (identifiers: Int, objects: Int) { (identifiers.count, services.count + tasks.count) }

    /// Gives its IDs away, for a reading that will give them back.
    func takeIdentifiers() -> IdentifierPool {
        if let firstIdentifiers, identifiers.count > 2 * firstIdentifiers + Self.spareIdentifiers { forget() }
        defer { identifiers = IdentifierPool() }
        return identifiers
    }

    /// Makes `snapshot`, which has been read, the last one.
    func keep(_ snapshot: inout Snapshot) {
        identifiers = snapshot.identifiers
        if let newServices { lastServices = newServices }
        newServices = nil
        keep(services.keep())
        keep(tasks.keep())
        if firstIdentifiers == nil { firstIdentifiers = identifiers.count }
        snapshot.taskVersions = taskVersions
    }

    /// Stays with the last snapshot, as this one could not be read.
    func discard(_ snapshot: Snapshot) {
        // Without a good reading nothing says how many IDs are too many.
        if firstIdentifiers != nil { identifiers = snapshot.identifiers }
        newServices = nil
        services.discard()
        tasks.discard()
    }

    /// The service of the last snapshot that is the same as `service`, if there is one, else that itself.
    func known(_ service: Service) -> Service {
        let index = Int(service.id.index)
        guard index < servicesByID.count, let known = servicesByID[index], known.isSame(as: service) else {
            return service
        }
        return known
    }

    private func forget() {
        services = ElementMemory()
        lastServices = ReadServices()
        tasks = ElementMemory()
        identifiers = IdentifierPool()
        firstIdentifiers = nil
        servicesByID = []
        taskVersions = []
    }

    private func keep(_ change: ElementMemory<ServiceReading>.Change) {
        servicesByID += repeatElement(nil, count: identifiers.count - servicesByID.count)
        for service in change.dropped.compactMap(\.service) { servicesByID[Int(service.id.index)] = nil }
        for service in change.added.compactMap(\.service) { servicesByID[Int(service.id.index)] = service }
    }

    /// Counts a change for every service that has other tasks than before, whatever their order.
    private func keep(_ change: ElementMemory<TaskReading>.Change) {
        taskVersions += repeatElement(0, count: identifiers.count - taskVersions.count)
        guard firstIdentifiers != nil else { return }
        var balances: [Task: Int] = [:]
        for task in change.dropped.compactMap(\.task) { balances[task, default: 0] -= 1 }
        for task in change.added.compactMap(\.task) { balances[task, default: 0] += 1 }
        for (task, balance) in balances where balance != 0 { taskVersions[Int(task.service.index)] &+= 1 }
    }
}

/// Reads a snapshot, with the help of what is remembered of the last one: what did not change is not read again.
///
/// After an error the memory is as it was before.
public func readSnapshot(
    from source: @escaping ByteSource, remembering memory: SnapshotMemory
) throws(SnapshotError) -> Snapshot {
    var reader = SnapshotReader(remembering: memory)
    var scanner = JSONScanner(of: source)
    reader.snapshot.identifiers = memory.takeIdentifiers()
    do throws(SnapshotError) {
        try reader.read(&scanner)
    } catch {
        memory.discard(reader.snapshot)
        throw error
    }
    memory.keep(&reader.snapshot)
    return reader.snapshot
}

extension Service {
    /// Whether both say the same.
    fileprivate func isSame(as other: Service) -> Bool {
        id == other.id && name == other.name && updated == other.updated && labels == other.labels
            && networks == other.networks
            && targetPorts == other.targetPorts && virtualIPs == other.virtualIPs && replicas == other.replicas
            && runningTasks == other.runningTasks && isJob == other.isJob
    }
}
