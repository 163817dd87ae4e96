import RouteModel

/// Compiles snapshots as long as they come, one on each line of standard input.
struct StreamCommand: Command {
    static let name = "stream"

    private var request = CompileRequest()

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        guard ["--config", "--template", "--cluster", "--output-dir"].contains(option) else { return false }
        return try request.take(option, from: &words)
    }

    func check() throws(Failure) {
        guard !request.config.isEmpty else {
            throw .usage("--config is missing: the settings, Interlock's config.toml", see: Self.helpCall)
        }
        guard request.config != "-", request.template != "-" else {
            throw .usage("standard input is for snapshots; settings and template come from files", see: Self.helpCall)
        }
    }

    func run() throws(Failure) {
        let settings = try settings(in: request.config)
        let clusters = try request.cluster.map { (name) throws(Failure) in [try settings.cluster(named: name)] }
        let chosen = clusters ?? settings.extensions
        let stream = SnapshotStream(
            settings, chosen, by: try Templates(for: chosen, request), to: request.outputFolder)
        let input = try LineInput()
        while try input.advance() { try StandardStreams.write(try stream.takeSnapshot(from: input).bytes) }
    }
}
