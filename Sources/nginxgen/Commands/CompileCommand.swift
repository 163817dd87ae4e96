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
        var templates = try Templates(for: clusters, request)
        let (routing, diagnostics) = try routeSnapshot(under: settings)
        let files = try compile(clusters, routing, by: &templates)
        report(diagnostics)
        for file in files { report(file.diagnostics) }
        try write(files)
        // The system takes the memory back at once: to take the two apart, object by object, is 3 % of a run.
        _ = Unmanaged.passRetained(Remains(routing: routing, templates: templates))
    }

    /// What is not freed at the end.
    private final class Remains {
        private let routing: Routing
        private let templates: Templates

        init(routing: Routing, templates: Templates) {
            self.routing = routing
            self.templates = templates
        }
    }

    /// One cluster's file, ready to be written.
    private struct File {
        let cluster: String
        let bytes: [UInt8]
        let diagnostics: [Diagnostic]
    }

    // MARK: Reading

    /// The routing, and what is to be said before the clusters' own diagnostics. The snapshot ends here: at 1,000
    /// networks its memory is needed for the files.
    private func routeSnapshot(under settings: Settings) throws(Failure) -> (Routing, [Diagnostic]) {
        let snapshot = try SnapshotFile(InputFile(request.snapshot)).read()
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
        _ clusters: [Extension], _ routing: Routing, by templates: inout Templates
    ) throws(Failure) -> [File] {
        do throws(CompilerFault) {
            var files: [File] = []
            for cluster in clusters {
                guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
                let template = try templates.template(of: cluster)
                let options = ProxyOptions(cluster, for: template)
                let bytes = try NginxCompiler.compile(table, with: options, by: template)
                files.append(
                    File(cluster: cluster.name, bytes: bytes, diagnostics: options.diagnostics + table.diagnostics))
            }
            return files
        } catch {
            throw .software(error.message)
        }
    }

    // MARK: Writing

    private func write(_ files: [File]) throws(Failure) {
        if let folder = request.outputFolder {
            try createFolder(folder)
            for file in files { try createFolder("\(folder)/\(file.cluster)") }
            try replace(files.map { ("\(folder)/\($0.cluster)/nginx.conf", $0) })
        } else if let path = request.outputFile {
            try replace(files.map { (path, $0) })
        } else {
            for file in files { try StandardStreams.write(file.bytes) }
        }
    }

    /// Replaces no file before the new bytes of all are on the disk: they belong to one state of the Swarm.
    private func replace(_ files: [(path: String, file: File)]) throws(Failure) {
        var replacements: [Replacement] = []
        for (path, file) in files { replacements.append(try OutputFile(path: path).prepare(file.bytes)) }
        for ((path, file), replacement) in zip(files, replacements) {
            let outcome = try replacement.commit()
            StandardStreams.printError(request.format.line(of: outcome, for: file.cluster, at: path))
        }
    }

    private func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        StandardStreams.printError(request.format.lines(of: diagnostics))
    }
}
