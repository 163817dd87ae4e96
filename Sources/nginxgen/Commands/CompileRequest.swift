import RouteModel

/// Where to read from and where to write to.
struct CompileRequest {
    var config = ""
    /// `-` is standard input.
    var snapshot = "-"
    /// `nil`: what the settings name, or the built-in one.
    var template: String?
    var cluster: String?
    var outputFolder: String?
    var outputFile: String?
    /// What a config object can hold, in kB of 1,000 bytes.
    var configLimit = 1_000
    var format = DiagnosticFormat.text

    /// Takes one option with its value; `false` when there is no such option.
    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--config": config = try words.value(of: option)
        case "--snapshot": snapshot = try words.value(of: option)
        case "--template": template = try words.value(of: option)
        case "--cluster": cluster = try words.value(of: option)
        case "--output-dir": outputFolder = try words.value(of: option)
        case "-o", "--output": outputFile = try words.value(of: option)
        case "--config-limit": configLimit = try Self.limit(try words.value(of: option))
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

    /// A limit of 1 kB to 1 GB.
    private static func limit(_ text: String) throws(Failure) -> Int {
        let isNumber = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard isNumber, let limit = Int(text), (1...1_000_000).contains(limit) else {
            throw .usage("--config-limit is a number of kB from 1 to 1000000, not \(printable(text.utf8))")
        }
        return limit
    }

    func check() throws(Failure) {
        guard !config.isEmpty else { throw .usage("--config is missing: the settings, Interlock's config.toml") }
        guard outputFile == nil || outputFolder == nil else { throw .usage("-o and --output-dir exclude each other") }
        guard [config, snapshot, template].count(where: { $0 == "-" }) < 2 else {
            throw .usage("only one input can come from standard input")
        }
    }
}
