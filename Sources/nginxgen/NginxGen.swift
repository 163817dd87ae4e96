import Glibc

/// The command: reads arguments, calls the stages, writes what changed, and prints nothing else.
@main
enum NginxGen {
    static func main() {
        // A reader of our output that goes away is told by `write`, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ words: [String]) -> ExitCode {
        do throws(Failure) {
            switch try Arguments(words) {
            case .help: try StandardStreams.print(Help.text)
            case .version: try StandardStreams.print("nginxgen \(version)\n")
            case .compile(let request): try CompileCommand(request).run()
            }
            return .success
        } catch {
            StandardStreams.printError("nginxgen: \(error.message)\n")
            return error.exitCode
        }
    }
}

/// The version of this program, by Semantic Versioning.
let version = "0.1.0"
