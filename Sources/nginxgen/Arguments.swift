import RouteModel

/// What the command line asks for.
enum Arguments {
    case help
    case version
    case compile(CompileRequest)

    /// Reads the words behind the command's name. An option's value follows it, or stands behind `=`.
    init(_ words: [String]) throws(Failure) {
        var options = OptionWords(words)
        var request = CompileRequest()
        while let option = options.next() {
            switch option {
            case "-h", "--help":
                self = .help
                return
            case "--version":
                self = .version
                return
            case "--config": request.config = try options.value(of: option)
            case "--snapshot": request.snapshot = try options.value(of: option)
            case "--cluster": request.cluster = try options.value(of: option)
            case "--output-dir": request.outputFolder = try options.value(of: option)
            case "-o", "--output": request.outputFile = try options.value(of: option)
            default: throw .usage(Self.complaint(about: option))
            }
            try options.expectNoValue(of: option)
        }
        self = .compile(try request.checked())
    }

    private static func complaint(about word: String) -> String {
        let shown = printable(word.utf8)
        return word.utf8.first == UInt8(ascii: "-") ? "there is no option \(shown)" : "\(shown) is not a command"
    }
}

/// Where to read from and where to write to.
struct CompileRequest {
    var config = ""
    /// `-` is standard input.
    var snapshot = "-"
    var cluster: String?
    var outputFolder: String?
    var outputFile: String?

    fileprivate func checked() throws(Failure) -> Self {
        guard !config.isEmpty else { throw .usage("--config is missing: the settings, Interlock's config.toml") }
        guard outputFile == nil || outputFolder == nil else { throw .usage("-o and --output-dir exclude each other") }
        guard config != "-" || snapshot != "-" else { throw .usage("only one input can come from standard input") }
        return self
    }
}

/// The words of a command line, with `--option=value` taken apart.
private struct OptionWords {
    private var words: ArraySlice<String>
    private var attached: String?

    init(_ words: [String]) { self.words = words[...] }

    mutating func next() -> String? {
        guard let word = words.popFirst() else { return nil }
        guard word.utf8.starts(with: "--".utf8), let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            return word
        }
        attached = String(word[word.utf8.index(after: equals)...])
        return String(word[..<equals])
    }

    mutating func value(of option: String) throws(Failure) -> String {
        if let value = attached {
            attached = nil
            return value
        }
        guard let value = words.popFirst() else { throw .usage("\(option) needs a value") }
        return value
    }

    func expectNoValue(of option: String) throws(Failure) {
        guard attached == nil else { throw .usage("\(option) takes no value") }
    }
}
