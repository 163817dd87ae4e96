import RouteModel

/// Reads the settings in the file at `path`; `-` is standard input.
func settings(in path: String) throws(Failure) -> Settings {
    let file = try InputFile(path)
    let bytes = try file.readAll()
    do throws(SettingsError) { return try readSettings(bytes) } catch {
        throw .data("\(file.name):\(error.position): \(error.message)")
    }
}

/// Reads the snapshot in the file at `path`; `-` is standard input.
func snapshot(in path: String) throws(Failure) -> Snapshot {
    try SnapshotFile(InputFile(path)).read()
}

/// Reads the snapshot in `file` and routes it.
///
/// Where there are services enough another thread reads their labels while this one goes on to the tasks.
func routedSnapshot(in file: SnapshotFile, under settings: Settings) throws(Failure) -> (Snapshot, Routing) {
    /// With fewer, a thread costs more than it gains.
    let leastForTwo = 500
    var early: (labels: EarlyLabels, reading: Aside<Void>)?
    let snapshot = try file.read { services in
        guard hasSecondProcessor, services.count >= leastForTwo else { return }
        let labels = EarlyLabels(of: services, under: settings)
        early = (labels, Aside { labels.read() })
    }
    guard let (labels, reading) = early else { return (snapshot, route(snapshot, under: settings)) }
    labels.read()
    reading.take()
    let routing = route(snapshot, under: settings, knowing: labels, with: OtherProcessor.shared)
    OtherProcessor.shared.free(labels)
    return (snapshot, routing)
}

extension Settings {
    /// The service cluster that `name` means: by its table, else by its `ServiceCluster`.
    ///
    /// - Parameter help: what the user types to learn more where it means none.
    func cluster(named name: String, see help: String) throws(Failure) -> Extension {
        let chosen = clusters(named: name)
        guard chosen.count < 2 else {
            let owners = chosen.map(\.name).joined(separator: ", ")
            throw .usage(
                "several extensions are for the service cluster \(printable(name.utf8)): name one of \(owners)",
                see: help)
        }
        guard let cluster = chosen.first else {
            throw .usage("there is no service cluster \(printable(name.utf8)); the settings have \(names)", see: help)
        }
        return cluster
    }

    /// The service clusters that `name` may mean: more than one where extensions share a `ServiceCluster`.
    func clusters(named name: String) -> [Extension] {
        let byTable = extensions.filter { $0.name.utf8.elementsEqual(name.utf8) }
        return byTable.isEmpty ? extensions.filter { $0.serviceCluster.utf8.elementsEqual(name.utf8) } : byTable
    }

    /// The names of all service clusters, for messages.
    var names: String { extensions.map(\.name).joined(separator: ", ") }
}
