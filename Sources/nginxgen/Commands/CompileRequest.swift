import RouteModel

/// Where to read from and where to write to.
struct CompileRequest {
    var config = ""
    /// `-` is standard input.
    var snapshot = "-"
    /// `nil`: what the settings name, or the built-in one.
    var template: String?
    var cluster: String?
    /// The snapshot before, whose valid labels and joined networks are kept; `nil`: none.
    var previous: String?
    var carriesOver = true
    var outputFolder: String?
    var outputFile: String?
    var limit = ConfigLimit.usual
    var format = DiagnosticFormat.text

    /// Takes one option with its value; `false` when there is no such option.
    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--config": config = try words.value(of: option)
        case "--snapshot": snapshot = try words.value(of: option)
        case "--template": template = try words.value(of: option)
        case "--previous": previous = try words.value(of: option)
        case "--no-carry-over": carriesOver = false
        case "--cluster": cluster = try words.value(of: option)
        case "--output-dir": outputFolder = try words.value(of: option)
        case "-o", "--output": outputFile = try words.value(of: option)
        case "--config-limit": limit = try ConfigLimit(try words.value(of: option), see: CompileCommand.helpCall)
        case "--format":
            let value = try words.value(of: option)
            guard let format = DiagnosticFormat(rawValue: value) else {
                throw .usage("--format is text or json, not \(printable(value.utf8))")
            }
            self.format = format
        default: return false
        }
        return true
    }

    func check() throws(Failure) {
        guard !config.isEmpty else { throw .usage("--config is missing: the settings, Interlock's config.toml") }
        guard outputFile == nil || outputFolder == nil else { throw .usage("-o and --output-dir exclude each other") }
        guard [config, snapshot, template, previous].count(where: { $0 == "-" }) < 2 else {
            throw .usage("only one input can come from standard input")
        }
    }
}
