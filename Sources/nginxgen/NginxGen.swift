import Glibc

/// The program: reads the command line, lets a command do its work, and tells how that ended.
@main
enum NginxGen {
    static func main() {
        // A reader of our output that goes away is told by `write`, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ words: [String]) -> ExitCode {
        do throws(Failure) {
            switch try Invocation(words) {
            case .print(let text): try StandardStreams.print(text)
            case .run(let command): return try command.run()
            }
            return .success
        } catch {
            StandardStreams.printError("\(error.beginsWithPlace ? "" : "nginxgen: ")\(error.message)\n")
            return error.exitCode
        }
    }
}

/// The version of this program, by Semantic Versioning.
let version = "0.1.0"
