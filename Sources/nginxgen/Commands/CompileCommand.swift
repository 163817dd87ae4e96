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

    func run() throws(Failure) -> ExitCode {
        let input = request.input
        let settings = try settings(in: input.config)
        let clusters = try chosenClusters(of: settings)
        let templates = try Templates(for: clusters, template: input.template, beside: input.config)
        let (routing, diagnostics) = try routeSnapshot(under: settings)
        let files = try compile(clusters, routing, by: templates)
        input.report(diagnostics)
        for file in files { input.report(file.diagnostics) }
        try write(files)
        return .success
    }

    // MARK: Reading

    /// The routing, and what is to be said before the clusters' own diagnostics. The snapshot ends here: at 1,000
    /// networks its memory is needed for the files.
    private func routeSnapshot(under settings: Settings) throws(Failure) -> (Routing, [Diagnostic]) {
        let snapshot = try snapshot(in: request.input.snapshot)
        let routing = route(snapshot, under: settings)
        return (routing, settings.diagnostics + snapshot.diagnostics + routing.diagnostics)
    }

    /// The clusters to compile: the one that was named, all for a folder, else the only one.
    private func chosenClusters(of settings: Settings) throws(Failure) -> [Extension] {
        if request.outputFolder != nil, request.input.cluster == nil { return settings.extensions }
        return [try request.input.onlyCluster(of: settings, or: ", or use --output-dir")]
    }

    // MARK: Compiling

    private func compile(
        _ clusters: [Extension], _ routing: Routing, by templates: Templates
    ) throws(Failure) -> [CompiledCluster] {
        var files: [CompiledCluster] = []
        for cluster in clusters {
            guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
            files.append(try CompiledCluster(cluster, table, by: templates.template(of: cluster)))
        }
        return files
    }

    // MARK: Writing

    private func write(_ files: [CompiledCluster]) throws(Failure) {
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
    private func replace(_ files: [(path: String, file: CompiledCluster)]) throws(Failure) {
        var replacements: [Replacement] = []
        for (path, file) in files { replacements.append(try OutputFile(path: path).prepare(file.bytes)) }
        for ((path, file), replacement) in zip(files, replacements) {
            let outcome = try replacement.commit()
            StandardStreams.printError(request.input.format.line(of: outcome, for: file.cluster, at: path))
        }
    }
}
