/// Something that the program can be asked to do, with its own options and its own help.
protocol Command {
    /// The word behind `nginxgen` that chooses it; empty for the one that needs none.
    static var name: String { get }

    /// What `--help` prints.
    static var help: String { get }

    init()

    /// Takes one option, and its value from `words`; `false` when the command has no such option.
    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool

    /// Throws when the options do not go together, or one is missing.
    func check() throws(Failure)

    /// Does the work and says how it ended.
    func run() throws(Failure) -> ExitCode
}

extension Command {
    /// What the user types for help about the command.
    static var helpCall: String { name.isEmpty ? "nginxgen --help" : "nginxgen \(name) --help" }
}
