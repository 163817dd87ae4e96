import Foundation

/// What `nginx -t` says of a configuration.
struct NginxCheck {
    let passed: Bool
    /// nginx's own words: of a refusal, the reason with file and line.
    let output: String

    /// Tries `file`, whose relative paths, those of sockets too, nginx reads from `folder`.
    ///
    /// - Throws: when there is no nginx, or it cannot be started.
    init(of file: String, in folder: String) throws {
        let process = Process()
        let messages = Pipe()
        process.executableURL = try Nginx.url()
        process.arguments = ["-t", "-p", folder, "-c", file]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = messages
        try process.run()
        output = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        passed = process.terminationStatus == 0
    }
}
