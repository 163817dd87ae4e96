import NginxCompiler
import RouteModel

/// Compiles service clusters: the command without a name of its own.
struct CompileCommand: Command {
    static let name = ""

    private var request = CompileRequest()

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        try request.take(option, from: &words)
    }

    func check() throws(Failure) { try request.check() }

    func run() throws(Failure) {
        let settings = try readSettings()
        let clusters = try chosenClusters(of: settings)
        let templates = try Templates(for: clusters, request)
        let (routing, diagnostics) = try routeSnapshot(under: settings)
        let compiled = try compile(clusters, routing, by: templates)
        report(diagnostics)
        for cluster in compiled { report(cluster.diagnostics) }
        try write(compiled)
    }

    /// One cluster's files, ready to be written.
    private struct Compiled {
        let cluster: String
        let files: ConfigFileSet
        let diagnostics: [Diagnostic]
    }

    // MARK: Reading

    /// The routing, and what is to be said before the clusters' own diagnostics. The snapshot ends here: at 1,000
    /// networks its memory is needed for the files.
    private func routeSnapshot(under settings: Settings) throws(Failure) -> (Routing, [Diagnostic]) {
        let snapshot = try readSnapshot()
        let routing = route(snapshot, under: settings)
        return (routing, settings.diagnostics + snapshot.diagnostics + routing.diagnostics)
    }

    private func readSettings() throws(Failure) -> Settings {
        let file = try InputFile(request.config)
        let bytes = try file.readAll()
        do throws(SettingsError) { return try RouteModel.readSettings(bytes) } catch {
            throw .data("\(file.name):\(error.position): \(error.message)")
        }
    }

    private func readSnapshot() throws(Failure) -> Snapshot {
        let file = try InputFile(request.snapshot)
        do throws(SnapshotError) {
            return try RouteModel.readSnapshot { buffer in
                file.read(into: buffer).mapError { SnapshotError(at: nil, $0.message) }
            }
        } catch {
            if let failure = file.failure { throw failure }
            let place = error.position.map { ":\($0)" } ?? ""
            throw .data("\(file.name)\(place): \(error.message)")
        }
    }

    /// The clusters to compile: the one that was named, all for a folder, else the only one.
    private func chosenClusters(of settings: Settings) throws(Failure) -> [Extension] {
        let names = settings.extensions.map(\.name).joined(separator: ", ")
        if let name = request.cluster {
            let byTable = settings.extensions.filter { $0.name == name }
            let chosen = byTable.isEmpty ? settings.extensions.filter { $0.serviceCluster == name } : byTable
            guard chosen.count < 2 else {
                let owners = chosen.map(\.name).joined(separator: ", ")
                throw .usage(
                    "several extensions are for the service cluster \(printable(name.utf8)): name one of \(owners)")
            }
            guard chosen.count == 1 else {
                throw .usage("there is no service cluster \(printable(name.utf8)); the settings have \(names)")
            }
            return chosen
        }
        guard request.outputFolder == nil, settings.extensions.count > 1 else { return settings.extensions }
        throw .usage(
            "the settings have several service clusters: name one of \(names) with --cluster, or use --output-dir")
    }

    // MARK: Compiling

    private func compile(
        _ clusters: [Extension], _ routing: Routing, by templates: Templates
    ) throws(Failure) -> [Compiled] {
        do throws(CompilerFault) {
            var compiled: [Compiled] = []
            for cluster in clusters {
                guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
                compiled.append(try compile(cluster, table, by: templates.template(of: cluster)))
            }
            return compiled
        } catch {
            throw .software(error.message)
        }
    }

    private func compile(
        _ cluster: Extension, _ table: RoutingTable, by template: ConfigTemplate
    ) throws(CompilerFault) -> Compiled {
        let options = ProxyOptions(cluster, for: template)
        let file = try NginxCompiler.compile(table, with: options, by: template)
        let limit = ConfigLimit(bytes: request.configLimit * 1_000, splits: request.outputFolder != nil)
        let files = limit.files(of: file)
        let ofSize = limit.diagnostics(of: file, as: files, for: cluster)
        return Compiled(
            cluster: cluster.name, files: files, diagnostics: options.diagnostics + table.diagnostics + ofSize)
    }

    // MARK: Writing

    /// Writes no file before the new bytes of all are on the disk: they belong to one state of the Swarm.
    private func write(_ compiled: [Compiled]) throws(Failure) {
        if let path = request.outputFolder {
            try createFolder(path)
            var folders: [ConfigFolder] = []
            for cluster in compiled {
                folders.append(try ConfigFolder("\(path)/\(cluster.cluster)", of: cluster.cluster, cluster.files))
            }
            for folder in folders { try folder.commit(telling: tell) }
        } else if let path = request.outputFile {
            for cluster in compiled {
                let replacement = try OutputFile(path: path).prepare(cluster.files.main.bytes)
                tell(try replacement.commit(), cluster.cluster, path)
            }
        } else {
            for cluster in compiled { try StandardStreams.write(cluster.files.main.bytes) }
        }
    }

    private func tell(_ outcome: Replacement.Outcome, _ cluster: String, _ path: String) {
        StandardStreams.printError(request.format.line(of: outcome, for: cluster, at: path))
    }

    private func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        StandardStreams.printError(request.format.lines(of: diagnostics))
    }
}
