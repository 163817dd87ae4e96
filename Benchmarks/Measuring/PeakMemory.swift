import Foundation

/// The most memory that a process has at once, in bytes, as Linux counts it (`VmHWM`, to some 100 KiB).
///
/// Not `ru_maxrss` of the child: Linux lets a process begin with its parent's, and a parent that holds a snapshot has
/// more than any nginxgen. So nginxgen is caught while it writes its result, which is whole in memory by then, into a
/// pipe that is full already.
enum PeakMemory {
    static func measure(_ tool: Tool, _ arguments: [String]) throws -> Int {
        let pipe = Pipe()
        let (reader, writer) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
        fill(writer.fileDescriptor)
        let child = try ChildProcess(tool, arguments, output: writer.fileDescriptor)
        try writer.close()
        let peak = waitForPeak(of: child)
        _ = try reader.readToEnd()
        try child.waitForSuccess()
        guard let peak else { throw ChildFailure(command: tool.path, outcome: "wrote nothing", errors: "") }
        return peak
    }

    /// The most that a running child has had so far; `nil` if it has ended.
    static func peak(of child: ChildProcess) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(child.pid)/status", encoding: .utf8)
        return status.flatMap { kibibytes("VmHWM:", in: $0) }.map { $0 * 1024 }
    }

    private static func fill(_ descriptor: Int32) {
        let flags = fcntl(descriptor, F_GETFL)
        _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
        let page = [UInt8](repeating: 0, count: 4096)
        while write(descriptor, page, page.count) > 0 {}
        _ = fcntl(descriptor, F_SETFL, flags)
    }

    /// Waits until all threads of the child sleep, seen three times in a row: it waits for nothing else than its output.
    /// `nil` if it ends without.
    private static func waitForPeak(of child: ChildProcess) -> Int? {
        var sleeping = 0
        while let status = try? String(contentsOfFile: "/proc/\(child.pid)/status", encoding: .utf8) {
            guard let peak = kibibytes("VmHWM:", in: status) else { return nil }
            sleeping = threadsSleep(of: child) ? sleeping + 1 : 0
            if sleeping == 3 { return peak * 1024 }
            usleep(2000)
        }
        return nil
    }

    private static func threadsSleep(of child: ChildProcess) -> Bool {
        let folder = "/proc/\(child.pid)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return threads.allSatisfy { thread in
            let status = try? String(contentsOfFile: "\(folder)/\(thread)/status", encoding: .utf8)
            return status.flatMap { field("State:", in: $0) }?.utf8.first == UInt8(ascii: "S")
        }
    }

    private static func kibibytes(_ name: String, in status: String) -> Int? {
        field(name, in: status).flatMap { Int($0) }
    }

    private static func field(_ name: String, in status: String) -> Substring? {
        let line = status.split(separator: "\n").first { $0.utf8.starts(with: name.utf8) }
        return line?.dropFirst(name.utf8.count).split(whereSeparator: \.isWhitespace).first
    }
}
