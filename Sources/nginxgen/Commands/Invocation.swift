/// What the command line asks for.
enum Invocation {
    /// A text, such as a command's help.
    case print(String)
    case run(any Command)

    /// Every command that has a name.
    private static var commands: [any Command.Type] {
        [PlanCommand.self, ProxyCommand.self, TemplateCommand.self, HelpCommand.self]
    }

    /// Reads the words behind the program's name. An option's value follows it, or stands behind `=`.
    init(_ words: [String]) throws(Failure) {
        if let type = Self.commands.first(where: { $0.name == words.first }) {
            self = try Self.read(words.dropFirst(), for: type)
        } else {
            self = try Self.read(words[...], for: CompileCommand.self)
        }
    }

    private static func read(_ words: ArraySlice<String>, for type: any Command.Type) throws(Failure) -> Self {
        var words = OptionWords(words, help: type.helpCall)
        var command: any Command = type.init()
        while let option = words.next() {
            switch option {
            case "-h", "--help": return .print(type.help)
            case "--version": return .print("nginxgen \(version)\n")
            default: guard try command.take(option, from: &words) else { throw words.complaint(about: option) }
            }
            try words.expectNoValue(of: option)
        }
        try command.check()
        return .run(command)
    }
}
