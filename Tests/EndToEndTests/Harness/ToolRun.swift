import Foundation

/// What came of one run of a tool of the system.
struct ToolRun {
    /// `nil` where a signal ended it.
    let exitCode: Int32?
    let output: [UInt8]
    let errors: String

    /// Runs `tool`, found by `PATH`, and waits for its end.
    ///
    /// - Throws: when the tool cannot be started; `ToolHangs` when it has not ended by `deadline`. It is killed then.
    init(
        _ tool: String, _ arguments: [String], input: [UInt8] = [], before deadline: Deadline = Deadline()
    ) throws {
        let streams = try TemporaryFolder()
        defer { try? streams.remove() }
        try streams.write(input, to: "input")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: streams.file("input")))
        process.standardOutput = try streams.appending(to: "output")
        process.standardError = try streams.appending(to: "errors")
        try process.run()
        guard deadline.passes({ !process.isRunning }) else {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            throw ToolHangs(command: ([tool] + arguments).joined(separator: " "), errors: streams.text(of: "errors"))
        }
        exitCode = process.terminationReason == .exit ? process.terminationStatus : nil
        output = [UInt8](FileManager.default.contents(atPath: streams.file("output")) ?? Data())
        errors = streams.text(of: "errors")
    }
}

/// A tool that did not end in time.
struct ToolHangs: Error, CustomStringConvertible {
    let command: String
    let errors: String

    var description: String { "\(command) did not end in time: \(errors)" }
}
