import Foundation

/// What compiles the snapshots of a running proxy.
enum ProxyCompiler {
    /// A process for each.
    case cold(Tool)
    /// One that stays up, and the snapshots of both generations as lines for it.
    case stream(StreamProcess, lines: [Data])

    /// A nginxgen that has not seen any snapshot yet, for the settings in `folder`.
    ///
    /// - Parameter staysUp: whether it is one process for all.
    init(_ nginxgen: Tool, in folder: ScratchFolder, staysUp: Bool, lines: @autoclosure () -> [Data]) throws {
        guard staysUp else {
            self = .cold(nginxgen)
            return
        }
        // In one piece, as the others are.
        let words = ["stream"] + Self.settings(folder) + ["--output-dir", folder.path, "--config-limit", "1000000"]
        self = .stream(
            try StreamProcess(nginxgen, words, errors: folder.file("compile.log")), lines: lines())
    }

    /// Where the file of the only cluster is written.
    func path(in folder: ScratchFolder) -> String {
        switch self {
        case .cold: folder.file("nginx.conf")
        case .stream: folder.file("default/nginx.conf")
        }
    }

    /// Compiles the snapshot of `generation`, 1 or 2.
    func compile(_ generation: Int, in folder: ScratchFolder) throws {
        switch self {
        case .cold(let nginxgen):
            let words =
                Self.settings(folder) + ["--snapshot", folder.file("\(generation).json"), "-o", path(in: folder)]
            try ChildProcess(nginxgen, words, errors: folder.file("compile.log")).waitForSuccess()
        case .stream(let process, let lines): try process.answer(lines[generation - 1])
        }
    }

    func stop() throws { if case .stream(let process, _) = self { try process.stop() } }

    private static func settings(_ folder: ScratchFolder) -> [String] {
        ["--config", folder.file("config.toml"), "--template", folder.file("nginx.conf.template")]
    }
}
