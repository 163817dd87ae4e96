import Foundation

/// What came of one run of `nginxgen`.
struct CommandRun {
    /// `nil` where a signal ended it.
    let exitCode: Int32?
    let output: String
    let errors: String

    /// Runs the command and waits for its end.
    ///
    /// - Parameter folder: where relative paths begin.
    /// - Parameter surroundings: what standard input is.
    /// - Parameter output: where standard output goes instead of `output`.
    init(
        _ arguments: [String], in folder: String, input: [UInt8], by surroundings: Surroundings = .file,
        output: FileHandle? = nil
    ) throws {
        let streams = try TemporaryFolder()
        defer { try? streams.remove() }
        try streams.write(input, to: "input")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", Self.withinLimits + surroundings.rawValue, try Self.command().path] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.file("input")))
        process.standardOutput = try output ?? streams.appending(to: "output")
        process.standardError = try streams.appending(to: "errors")
        try process.run()
        process.waitUntilExit()
        exitCode = process.terminationReason == .exit ? process.terminationStatus : nil
        self.output = streams.text(of: "output")
        errors = streams.text(of: "errors")
    }

    /// A run that would not end, or take all memory, is ended by a signal: 20 s of processor time, 1 GiB of addresses.
    private static let withinLimits = "ulimit -t 20 && ulimit -v 1048576 && "

    /// How a command is begun, in words of the shell.
    enum Surroundings: String, CaseIterable {
        /// Standard input is a file.
        case file = #"exec "$0" "$@""#
        /// Standard input is a pipe.
        case pipe = #"cat | "$0" "$@""#
        /// Standard input is a pipe, and a run without settings had it first.
        case pipeAfterAFailure = #"cat | { ! "$0" --config no-such-file 2>/dev/null && "$0" "$@"; }"#
        /// Settings and snapshot come through named pipes, one after the other; other arguments do not count.
        case namedPipes = #"""
            mkfifo settings snapshot && exec 3<&0 && { { cat config.toml >settings; cat <&3 >snapshot; } &
            exec timeout 60 "$0" --config settings --snapshot snapshot; }
            """#
        /// Standard input is a folder, which cannot be read.
        case folder = #"exec "$0" "$@" <."#
        /// Standard input is a file, and the stack of a thread would be larger than the memory there is.
        case fileWithoutThreads = #"ulimit -s 2097152 && exec "$0" "$@""#
        /// The same with a pipe.
        case pipeWithoutThreads = #"ulimit -s 2097152 && cat | "$0" "$@""#

        /// Standard input is a file, and the process may run on the first of its processors alone.
        case fileOnOneProcessor = #"""
            first=$(sed -n 's/^Cpus_allowed_list:[^0-9]*\([0-9]*\).*/\1/p' /proc/self/status)
            exec taskset -c "$first" "$0" "$@"
            """#

        /// Those in which input can be read.
        static let readable = allCases.filter { $0 != .folder && $0 != .namedPipes }
    }

    /// The lines of standard error.
    var messages: [Substring] { errors.split(separator: "\n") }

    /// The command is built into the folder of the program that runs these tests.
    private static func command() throws -> URL {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("nginxgen")
    }
}
