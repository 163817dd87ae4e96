import Foundation

/// A process that this one has started, without any environment.
///
/// Not Foundation's `Process`: that one looks for its child's end on a thread of its own, which costs more than a small
/// compilation.
struct ChildProcess {
    let pid: pid_t
    private let command: String
    private let errors: String

    /// - Parameters:
    ///   - input: a descriptor for its standard input; `nil`: there is nothing on it.
    ///   - output: a descriptor for its standard output; `nil`: `/dev/null`.
    ///   - errors: the file for its standard error.
    init(
        _ tool: Tool, _ arguments: [String], input: Int32? = nil, output: Int32? = nil, errors: String = "/dev/null"
    ) throws {
        command = ([tool.path] + arguments).joined(separator: " ")
        self.errors = errors
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        } else {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        }
        pid = try Self.spawn(tool.path, [tool.path] + arguments, actions)
    }

    private static func spawn(
        _ path: String, _ words: [String], _ actions: posix_spawn_file_actions_t
    ) throws -> pid_t {
        var actions = actions
        var pid = pid_t()
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let environment: [UnsafeMutablePointer<CChar>?] = [nil]
        let code = posix_spawn(&pid, path, &actions, nil, arguments, environment)
        guard code == 0 else { throw ChildFailure(command: path, outcome: String(cString: strerror(code)), errors: "") }
        return pid
    }

    /// Waits until it has ended.
    ///
    /// - Throws: `ChildFailure` unless it ended with 0.
    func waitForSuccess() throws {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        guard status != 0 else { return }
        let outcome = status & 0x7F == 0 ? "ended with \(status >> 8)" : "was ended by signal \(status & 0x7F)"
        let text = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
        throw ChildFailure(command: command, outcome: outcome, errors: text)
    }

    /// Whether it goes on running; buries it if not.
    var isRunning: Bool { waitpid(pid, nil, WNOHANG) == 0 }
}

/// A process that could not be started, or failed.
struct ChildFailure: Error, CustomStringConvertible {
    let command: String
    let outcome: String
    let errors: String

    var description: String { "\(command) \(outcome): \(errors)" }
}
