import Foundation

/// An nginx that runs what nginxgen compiles of a synthetic Swarm with a marker.
struct RunningProxy {
    let client: LoopbackClient
    private let folder: ScratchFolder
    private let nginx: Tool
    private let nginxgen: Tool
    private let nginxProcess: ChildProcess

    /// Starts nginx with the first of two generations, which are one rescheduled task and the marker apart. It takes connections on the loopback address alone: the template is the
    /// built-in one with that address in its listeners.
    init(_ shape: Shape, _ options: Options) throws {
        guard let nginx = Tool.nginx, let version = nginx.version else {
            throw ToolMissing(description: "nginx is not installed")
        }
        (self.nginx, nginxgen) = (nginx, try Tool.nginxgen(options))
        folder = try ScratchFolder()
        client = LoopbackClient(port: try FreePort.find())
        let settings = BenchmarkSettings.local(
            in: folder.path, port: client.port, user: NSUserName(), nginxVersion: version)
        do {
            _ = try folder.write(settings.bytes, to: "config.toml")
            _ = try folder.write(Self.template, to: "nginx.conf.template")
            let before = SyntheticSnapshot(shape).marked(1)
            _ = try folder.write(before.bytes, to: "1.json")
            _ = try folder.write(before.reschedulingOneTask().marked(2).bytes, to: "2.json")
            try Self.compile(1, with: nginxgen, in: folder)
            try Self.check(with: nginx, in: folder)
            nginxProcess = try Self.start(nginx, in: folder)
        } catch {
            folder.remove()
            throw error
        }
    }

    /// Compiles the snapshot of `generation`, 1 or 2, lets nginx check the file, and tells it to load it; returns with the first
    /// answer of the new file.
    func reconfigure(to generation: Int) throws -> Reconfiguration {
        var steps = Reconfiguration()
        try Self.compile(generation, with: nginxgen, in: folder)
        steps.compiled = .now
        try Self.check(with: nginx, in: folder)
        steps.checked = .now
        kill(nginxProcess.pid, SIGHUP)
        try waitForAnswer(of: generation)
        steps.answered = .now
        return steps
    }

    /// Waits until nginx answers with `generation`.
    func waitForAnswer(of generation: Int) throws {
        let start = ContinuousClock.now
        let location = Marker.location(of: generation) + "/"
        while client.redirect(of: Marker.host) != location {
            guard start.duration(to: .now) < .seconds(120) else {
                throw ProxyFailure(description: "nginx does not answer as generation \(generation) within 120 s")
            }
            usleep(200)
        }
    }

    /// Ends nginx and removes its files.
    func stop() {
        kill(nginxProcess.pid, SIGTERM)
        var patience = 2000
        while nginxProcess.isRunning, patience > 0 {
            patience -= 1
            usleep(1000)
        }
        if patience == 0 {
            kill(nginxProcess.pid, SIGKILL)
            try? nginxProcess.waitForSuccess()
        }
        folder.remove()
    }

    private static func compile(_ generation: Int, with nginxgen: Tool, in folder: ScratchFolder) throws {
        let words = [
            "--config", folder.file("config.toml"), "--template", folder.file("nginx.conf.template"),
            "--snapshot", folder.file("\(generation).json"), "-o", folder.file("nginx.conf"),
        ]
        try ChildProcess(nginxgen, words, errors: folder.file("compile.log")).waitForSuccess()
    }

    private static func check(with nginx: Tool, in folder: ScratchFolder) throws {
        try ChildProcess(nginx, words(folder) + ["-t"], errors: folder.file("check.log")).waitForSuccess()
    }

    private static func start(_ nginx: Tool, in folder: ScratchFolder) throws -> ChildProcess {
        try ChildProcess(nginx, words(folder) + ["-g", "daemon off;"], errors: folder.file("nginx.log"))
    }

    private static func words(_ folder: ScratchFolder) -> [String] {
        ["-p", folder.path, "-c", folder.file("nginx.conf"), "-e", folder.file("start.log")]
    }
}

/// nginx did not do as it was told.
struct ProxyFailure: Error, CustomStringConvertible {
    let description: String
}
