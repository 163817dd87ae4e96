import NginxCompiler
import RouteModel

/// What the process tells its caller, in the numbers of BSD's sysexits.
enum ExitCode: Int32 {
    case success = 0
    /// The work is done, and `plan` was asked to say in this way that something has to be done.
    case different = 2
    /// The command line cannot be used.
    case usage = 64
    /// The input cannot be used.
    case data = 65
    /// A fault of this program.
    case software = 70
    /// A file cannot be read or written.
    case inputOutput = 74
}

/// Why the command ends without having done its work. What was written before it stays as it was.
struct Failure: Error {
    let exitCode: ExitCode
    /// One line: what is wrong, where, and what to do.
    let message: String
    /// Whether the message begins with the file, line and column, where editors and terminals look for them; the others
    /// are printed behind the program's name.
    var beginsWithPlace = false

    /// `help` is what the user types to learn more.
    static func usage(_ message: String, see help: String = CompileCommand.helpCall) -> Failure {
        Failure(exitCode: .usage, message: "\(message); see \(help)")
    }

    static func data(_ message: String) -> Failure { Failure(exitCode: .data, message: message) }

    /// A template that cannot be loaded.
    static func template(_ error: TemplateError) -> Failure {
        Failure(exitCode: .data, message: "\(error)", beginsWithPlace: true)
    }

    static func inputOutput(_ message: String) -> Failure { Failure(exitCode: .inputOutput, message: message) }

    /// `what` could not be done with the file at `path`, for the reason that the system gave last.
    static func cannotWrite(_ path: String, _ what: String) -> Failure {
        .inputOutput("\(printable(path.utf8)): \(what): \(systemMessage())")
    }

    static func software(_ message: String) -> Failure {
        Failure(exitCode: .software, message: "\(message); nothing is written; please report this")
    }
}
