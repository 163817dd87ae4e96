import Foundation

/// A program of this machine that is measured.
struct Tool {
    /// Where it lies.
    let path: String

    /// The system's nginx; `nil` where none is installed.
    static let nginx: Tool? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = ["/usr/sbin"] + path.split(separator: ":").map { String($0) }
        return folders.map { Tool(path: "\($0)/nginx") }.first(where: \.canRun)
    }()

    /// The nginxgen that `options` name, or the one beside this program.
    static func nginxgen(_ options: Options) throws -> Tool {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let beside = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("nginxgen").path
        let tool = Tool(path: options.nginxgen ?? beside)
        guard tool.canRun else {
            throw ToolMissing(description: "there is no \(tool.path); build it with `swift build -c release`")
        }
        return tool
    }

    /// The digits of `nginx version: nginx/1.22.1`; `nil` if nginx does not tell.
    var version: String? {
        guard let folder = try? ScratchFolder() else { return nil }
        defer { folder.remove() }
        let errors = folder.file("version")
        guard (try? ChildProcess(self, ["-v"], errors: errors).waitForSuccess()) != nil else { return nil }
        let text = try? String(contentsOfFile: errors, encoding: .utf8)
        let words = text?.split(whereSeparator: { $0 == "/" || $0 == " " || $0 == "\n" })
        return words?.first { $0.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false }
            .map { String($0) }
    }

    private var canRun: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// A tool that a suite needs and that is not here: the suite is left out then.
struct ToolMissing: Error, CustomStringConvertible {
    let description: String
}
