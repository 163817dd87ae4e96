import RouteModel

/// Compiles snapshots as long as they come, one on each line of standard input.
struct StreamCommand: Command {
    static let name = "stream"

    private var input = InputRequest(help: helpCall)
    private var outputFolder: String?

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--output-dir": outputFolder = try words.value(of: option)
        case "--config", "--template", "--cluster", "--config-limit", "--previous", "--no-carry-over":
            return try input.take(option, from: &words)
        default: return false
        }
        return true
    }

    /// The snapshots come from standard input, so that nothing else can.
    func check() throws(Failure) { try input.check() }

    func run() throws(Failure) -> ExitCode {
        let settings = try settings(in: input.config)
        var clusters = settings.extensions
        if let name = input.cluster { clusters = [try settings.cluster(named: name, see: Self.helpCall)] }
        let templates = try Templates(for: clusters, template: input.template, beside: input.config)
        var streamed: [StreamedCluster] = []
        for cluster in clusters {
            // Records have files in one piece.
            let limit = outputFolder == nil ? nil : input.limit
            streamed.append(
                StreamedCluster(
                    cluster, by: templates.template(of: cluster), within: limit, tellingText: outputFolder == nil))
        }
        let stream = SnapshotStream(
            streamed, under: settings, carryingOver: try lastGoodLabels(under: settings),
            to: outputFolder.map { OutputFolder(path: $0) })
        let lines = try LineInput()
        while try lines.advance() {
            for piece in try stream.takeSnapshot(from: lines).pieces { try StandardStreams.write(piece) }
        }
        return .success
    }

    /// What services keep when their labels become invalid; `nil` if they shall keep nothing.
    private func lastGoodLabels(under settings: Settings) throws(Failure) -> LastGoodLabels? {
        guard input.carriesOver else { return nil }
        var labels = LastGoodLabels(under: settings)
        if let previous = input.previous {
            var snapshot = try snapshot(in: previous)
            labels.replaceInvalidLabels(in: &snapshot)
        }
        return labels
    }
}
