import Foundation

/// The machine that numbers come from: without it they say little.
struct Machine: Encodable {
    let processor: String
    let cores: Int
    let memoryBytes: UInt64
    /// Processes that wanted a core, on average over the last minute before the run ended; more than `cores` means that
    /// times are too long.
    let load: Double
    /// `nil` where none is installed.
    let nginx: String?

    /// This machine.
    init() {
        processor = Self.processorName ?? "unknown processor"
        cores = ProcessInfo.processInfo.activeProcessorCount
        memoryBytes = ProcessInfo.processInfo.physicalMemory
        var average = 0.0
        getloadavg(&average, 1)
        load = average
        nginx = Tool.nginx?.version
    }

    var description: String {
        let memory = memoryBytes >> 30
        let nginx = nginx.map { "nginx \($0)" } ?? "no nginx"
        return "\(cores) cores, \(processor), \(memory) GiB, \(nginx), load \(String(format: "%.1f", load))"
    }

    private static var processorName: String? {
        let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.utf8.starts(with: "model name".utf8) }
        return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
}
