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
        // First, so that the other processor has something to do at once.
        let ahead = input.snapshotReadAhead()
        let settings = try settings(in: input.config)
        let clusters = try chosenClusters(of: settings)
        let templates = try Templates(for: clusters, template: input.template, beside: input.config)
        let (routing, diagnostics) = try routeSnapshot(under: settings, ahead)
        let (files, compiled) = try compile(clusters, routing, by: templates)
        input.report(diagnostics)
        for file in files { input.report(file.diagnostics) }
        try write(files)
        // The system takes the memory back at once: to take all of it apart, object by object, is 5 % of a run.
        _ = Unmanaged.passRetained(Remains(routing: routing, templates: templates, source: compiled))
        return .success
    }

    /// What is not freed at the end.
    private final class Remains {
        private let routing: Routing
        private let templates: Templates
        private let source: CompilationSource?

        init(routing: Routing, templates: Templates, source: CompilationSource?) {
            self.routing = routing
            self.templates = templates
            self.source = source
        }
    }

    // MARK: Reading

    /// The routing, and what is to be said before the clusters' own diagnostics. The snapshot is not kept: the files need
    /// the memory, 2 MiB at 300 networks. The other processor frees it while this one begins with them, which takes 3 % of
    /// a run.
    private func routeSnapshot(
        under settings: Settings, _ ahead: SnapshotFile?
    ) throws(Failure) -> (Routing, [Diagnostic]) {
        let (snapshot, routing) = try request.input.route(under: settings, ahead: ahead)
        let diagnostics = settings.diagnostics + snapshot.diagnostics + routing.diagnostics
        OtherProcessor.shared.free(snapshot)
        return (routing, diagnostics)
    }

    /// The clusters to compile: the one that was named, all for a folder, else the only one.
    private func chosenClusters(of settings: Settings) throws(Failure) -> [Extension] {
        if request.outputFolder != nil, request.input.cluster == nil { return settings.extensions }
        return [try request.input.onlyCluster(of: settings, or: ", or use --output-dir")]
    }

    // MARK: Compiling

    /// The files, and what the last one was made of: that of the others is freed before the next needs the memory.
    private func compile(
        _ clusters: [Extension], _ routing: Routing, by templates: Templates
    ) throws(Failure) -> ([ClusterFiles], CompilationSource?) {
        var files: [ClusterFiles] = []
        var source: CompilationSource?
        for cluster in clusters {
            guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
            source = nil
            let compiled = try CompiledCluster(cluster, table, by: templates.template(of: cluster))
            source = compiled.source
            let splits = request.outputFolder != nil
            files.append(
                ClusterFiles(compiled, of: cluster, serving: table, within: request.input.limit, splits: splits))
        }
        return (files, source)
    }

    // MARK: Writing

    private func write(_ files: [ClusterFiles]) throws(Failure) {
        if let folder = request.outputFolder {
            try write(files, into: folder)
        } else if let path = request.outputFile {
            for file in files {
                tell(try OutputFile(path: path).prepare(file.set.main.bytes).commit(), file.cluster, path)
            }
        } else {
            for file in files { try StandardStreams.write(file.set.main.bytes) }
        }
    }

    /// Replaces no file before the new bytes of all are on the disk: they belong to one state of the Swarm.
    private func write(_ files: [ClusterFiles], into path: String) throws(Failure) {
        try createFolder(path)
        var folders: [ConfigFolder] = []
        for file in files { folders.append(try ConfigFolder("\(path)/\(file.cluster)", of: file.cluster, file.set)) }
        for folder in folders { try folder.commit(telling: tell) }
    }

    private func tell(_ outcome: Replacement.Outcome, _ cluster: String, _ path: String) {
        StandardStreams.printError(request.input.format.line(of: outcome, for: cluster, at: path))
    }
}
