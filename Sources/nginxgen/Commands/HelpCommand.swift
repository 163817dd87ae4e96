import RouteModel

/// Tells about diagnostics: all of them in a line each, or one in a paragraph.
struct HelpCommand: Command {
    static let name = "help"

    private var code: DiagnosticCode?

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        guard option.utf8.first != UInt8(ascii: "-"), code == nil else { return false }
        guard let code = DiagnosticCode(rawValue: option) else {
            throw .usage("there is no diagnostic \(printable(option.utf8))", see: "nginxgen help")
        }
        self.code = code
        return true
    }

    func check() throws(Failure) {}

    func run() throws(Failure) -> ExitCode {
        if let code {
            try StandardStreams.print("\(code.severity.rawValue) \(code.rawValue)\n\n\(folded(code.help))\n")
        } else {
            try StandardStreams.print(Self.help + DiagnosticCode.allCases.map(line).joined())
        }
        return .success
    }

    private func line(for code: DiagnosticCode) -> String {
        let name = code.rawValue + String(repeating: " ", count: max(1, 25 - code.rawValue.utf8.count))
        let severity = code.severity.rawValue + String(repeating: " ", count: 9 - code.severity.rawValue.utf8.count)
        return "  \(name)\(severity)\(code.summary)\n"
    }

    static let help = """
        nginxgen compiles a Docker Swarm's services into nginx.conf; nginxgen --help tells
        how. What it cannot route, or chooses for somebody, it reports by a code.

        USAGE
          nginxgen help          list the codes
          nginxgen help CODE     tell what one means and what to do

        EXAMPLE
          nginxgen help host-invalid

        CODES

        """
}

/// `text` in lines of at most 80 bytes, broken at blanks.
private func folded(_ text: String) -> String {
    var lines: [String] = []
    for word in text.utf8.split(separator: UInt8(ascii: " ")) {
        let word = String(word) ?? ""
        if let last = lines.last, last.utf8.count + word.utf8.count < 80 {
            lines[lines.count - 1] = last + " " + word
        } else {
            lines.append(word)
        }
    }
    return lines.joined(separator: "\n")
}
