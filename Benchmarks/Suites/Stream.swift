import Foundation

extension Suite {
    /// What the pipes take is part of it.
    static let stream = Suite(
        name: "stream",
        summary: "one task moved: a line to `nginxgen stream` through a pipe, until its answer has come",
        shapes: { $0.shapes(.mixed, .vip) },
        measure: { shape, harness in
            let folder = try ScratchFolder()
            defer { folder.remove() }
            let config = try folder.write(BenchmarkSettings.plain(shape).bytes, to: "config.toml")
            let swarm = SyntheticSnapshot(shape)
            let states = [swarm.bytes, swarm.reschedulingOneTask().bytes].map { Data($0 + [0x0A]) }
            let process = try StreamProcess(try Tool.nginxgen(harness.options), ["stream", "--config", config])
            try process.answer(states[0])
            var round = 0
            var measurement = Measurement(
                "stream", shape,
                try harness.time {
                    round += 1
                    try process.answer(states[round % 2])
                })
            // The child's time is not known before it ends.
            measurement.processor = nil
            measurement.inputBytes = states[0].count
            measurement.note(try Compilation(of: swarm.bytes, under: .plain(shape)).yield)
            measurement.peakBytes = process.peakMemory
            try process.stop()
            return measurement
        })
}

/// A nginxgen that stays up.
private struct StreamProcess {
    private let child: ChildProcess
    private let input = Pipe()
    private let output = Pipe()

    init(_ tool: Tool, _ arguments: [String]) throws {
        // A child that held the other end of its own input would never see the end of it.
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        child = try ChildProcess(
            tool, arguments, input: input.fileHandleForReading.fileDescriptor,
            output: output.fileHandleForWriting.fileDescriptor)
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
