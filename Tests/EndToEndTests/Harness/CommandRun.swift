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
    /// - Parameter output: where standard output goes instead of `output`.
    init(_ arguments: [String], in folder: String, input: [UInt8], output: FileHandle? = nil) throws {
        let streams = try TemporaryFolder()
        defer { try? streams.remove() }
        try streams.write(input, to: "input")
        let process = Process()
        process.executableURL = try Self.command()
        process.arguments = arguments
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

    /// The lines of standard error.
    var messages: [Substring] { errors.split(separator: "\n") }

    /// The command is built into the folder of the program that runs these tests.
    private static func command() throws -> URL {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("nginxgen")
    }
}
