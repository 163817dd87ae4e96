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
        let settings = try settings(in: request.input.config)
        let clusters = try chosenClusters(of: settings)
        let templates = try Templates(for: clusters, request.input)
        let (routing, diagnostics) = try routeSnapshot(under: settings)
        let files = try compile(clusters, routing, by: templates)
        request.input.report(diagnostics)
        for file in files { request.input.report(file.diagnostics) }
        try write(files)
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

    // MARK: Writing

    private func write(_ files: [CompiledCluster]) throws(Failure) {
        if let folder = request.outputFolder {
            try createFolder(folder)
            for file in files { try createFolder("\(folder)/\(file.name)") }
            try replace(files.map { ("\(folder)/\($0.name)/nginx.conf", $0) })
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
            StandardStreams.printError(request.input.format.line(of: outcome, for: file.name, at: path))
        }
    }
}
