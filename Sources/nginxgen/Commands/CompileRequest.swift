/// Where to read from and where to write to.
struct CompileRequest {
    var input = InputRequest(help: CompileCommand.helpCall)
    var outputFolder: String?
    var outputFile: String?

    /// Takes one option with its value; `false` when there is no such option.
    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--output-dir": outputFolder = try words.value(of: option)
        case "-o", "--output": outputFile = try words.value(of: option)
        default: return try input.take(option, from: &words)
        }
        return true
    }

    func check() throws(Failure) {
        try input.check()
        guard outputFile == nil || outputFolder == nil else { throw .usage("-o and --output-dir exclude each other") }
    }
}
