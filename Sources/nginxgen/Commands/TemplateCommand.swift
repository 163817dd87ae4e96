import NginxCompiler

/// Prints the built-in template or the data model, or checks a template.
struct TemplateCommand: Command {
    static let name = "template"

    private var listsFields = false
    /// `-` is standard input.
    private var checked: String?

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--fields": listsFields = true
        case "--check": checked = try words.value(of: option)
        default: return false
        }
        return true
    }

    func check() throws(Failure) {
        guard !listsFields || checked == nil else {
            throw .usage("--fields and --check exclude each other", see: Self.helpCall)
        }
    }

    func run() throws(Failure) -> ExitCode {
        if let checked {
            let file = try InputFile(checked)
            _ = try ConfigTemplate(from: file)
            try StandardStreams.print("\(file.name): ok\n")
        } else if listsFields {
            try StandardStreams.print(ConfigTemplate.fieldListing)
        } else {
            try StandardStreams.write(ConfigTemplate.builtInText)
        }
        return .success
    }
}

extension ConfigTemplate {
    /// Loads the template in a file.
    init(from file: InputFile) throws(Failure) {
        let text = try file.readAll()
        do throws(TemplateError) { try self.init(text, named: file.name) } catch { throw .template(error) }
    }
}
