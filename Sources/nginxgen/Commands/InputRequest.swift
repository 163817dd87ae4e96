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
    var format = DiagnosticFormat.text

    init(help: String) { self.help = help }

    /// Takes one option with its value; `false` when there is no such option.
    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--config": config = try words.value(of: option)
        case "--snapshot": snapshot = try words.value(of: option)
        case "--template": template = try words.value(of: option)
        case "--cluster": cluster = try words.value(of: option)
        case "--format": format = try words.choice(of: option)
        default: return false
        }
        return true
    }

    func check() throws(Failure) {
        guard !config.isEmpty else {
            throw .usage("--config is missing: the settings, Interlock's config.toml", see: help)
        }
        guard [config, snapshot, template].count(where: { $0 == "-" }) < 2 else {
            throw .usage("only one input can come from standard input", see: help)
        }
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
