import Foundation

/// A nginxgen that stays up.
struct StreamProcess {
    private let child: ChildProcess
    private let input = Pipe()
    private let output = Pipe()

    /// - Parameter errors: the file for its standard error.
    init(_ tool: Tool, _ arguments: [String], errors: String = "/dev/null") throws {
        // A child that held the other end of its own input would never see the end of it.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        child = try ChildProcess(
            tool, arguments, input: input.fileHandleForReading.fileDescriptor,
            output: output.fileHandleForWriting.fileDescriptor, errors: errors)
        try input.fileHandleForReading.close()
        try output.fileHandleForWriting.close()
    }

    /// Gives it a line and waits for the end of its answer.
    func answer(_ line: Data) throws {
        try input.fileHandleForWriting.write(contentsOf: line)
        while true {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else {
                throw ChildFailure(command: "nginxgen stream", outcome: "did not answer", errors: "")
            }
            if piece.last == 0x0A { return }
        }
    }

    /// The most that it has had so far.
    var peakMemory: Int? { PeakMemory.peak(of: child) }

    func stop() throws {
        try input.fileHandleForWriting.close()
        try child.waitForSuccess()
    }
}
