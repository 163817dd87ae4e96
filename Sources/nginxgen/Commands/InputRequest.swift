import RouteModel

/// What the commands that compile read, and how they tell about it.
struct InputRequest {
    /// What the user types for help about the command.
    let help: String
    var config = ""
    /// `-` is standard input.
    var snapshot = "-"
    /// `nil`: what the settings name, or the built-in one.
    var template: String?
    var cluster: String?
    /// The snapshot before, whose valid labels and joined networks are kept; `nil`: none.
    var previous: String?
    var carriesOver = true
    var limit = ConfigLimit.usual
    var format = DiagnosticFormat.text

    init(help: String) { self.help = help }

    /// Takes one option with its value; `false` when there is no such option.
    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--config": config = try words.value(of: option)
        case "--snapshot": snapshot = try words.value(of: option)
        case "--template": template = try words.value(of: option)
        case "--cluster": cluster = try words.value(of: option)
        case "--previous": previous = try words.value(of: option)
        case "--no-carry-over": carriesOver = false
        case "--config-limit": limit = try ConfigLimit(try words.value(of: option), see: help)
        case "--format": format = try words.choice(of: option)
        default: return false
        }
        return true
    }

    func check() throws(Failure) {
        guard !config.isEmpty else {
            throw .usage("--config is missing: the settings, Interlock's config.toml", see: help)
        }
        guard [config, snapshot, template, previous].count(where: { $0 == "-" }) < 2 else {
            throw .usage("only one input can come from standard input", see: help)
        }
    }

    /// The snapshot, if it can be read before anything else is known to be right: then other threads begin with it. Of a
    /// pipe nothing may be taken by then, and what cannot be opened is told in its turn.
    func snapshotReadAhead() -> SnapshotFile? {
        guard previous == nil, let file = InputFile.plain(snapshot).map({ SnapshotFile($0) }) else { return nil }
        file.begin()
        return file
    }

    /// Reads the snapshot and routes it, with the help of the one before if there is one.
    ///
    /// - Parameter ahead: the snapshot, if it is being read already.
    func route(
        under settings: Settings, ahead: SnapshotFile? = nil
    ) throws(Failure) -> (snapshot: Snapshot, routing: Routing) {
        guard let previous else {
            if let ahead { return try routedSnapshot(in: ahead, under: settings) }
            return try routedSnapshot(in: SnapshotFile(try InputFile(snapshot)), under: settings)
        }
        var lastGood = LastGoodLabels(under: settings)
        let tables = try tables(of: previous, under: settings, &lastGood)
        var snapshot = try nginxgen.snapshot(in: self.snapshot)
        if carriesOver { lastGood.replaceInvalidLabels(in: &snapshot) }
        return (snapshot, RouteModel.route(snapshot, under: settings, after: tables))
    }

    /// The routing of the state before, whose valid labels `lastGood` remembers.
    private func tables(
        of path: String, under settings: Settings, _ lastGood: inout LastGoodLabels
    ) throws(Failure) -> [RoutingTable] {
        var snapshot = try nginxgen.snapshot(in: path)
        lastGood.replaceInvalidLabels(in: &snapshot)
        return RouteModel.route(snapshot, under: settings).tables
    }

    /// The cluster that was named, else the only one.
    ///
    /// - Parameter alternative: what else the user can do where there are several.
    func onlyCluster(of settings: Settings, or alternative: String = "") throws(Failure) -> Extension {
        if let name = cluster { return try settings.cluster(named: name, see: help) }
        guard let only = settings.extensions.first, settings.extensions.count == 1 else {
            throw .usage(
                "the settings have several service clusters: name one of \(settings.names) with --cluster\(alternative)",
                see: help)
        }
        return only
    }

    func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        StandardStreams.printError(format.lines(of: diagnostics))
    }
}
