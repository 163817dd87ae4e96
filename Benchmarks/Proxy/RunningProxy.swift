import Foundation

/// An nginx that runs what nginxgen compiles of a synthetic Swarm with a marker.
struct RunningProxy {
    let client: LoopbackClient
    private let folder: ScratchFolder
    private let nginx: Tool
    private let compiler: ProxyCompiler
    private let nginxProcess: ChildProcess
    /// The path of nginx.conf.
    private let conf: String

    /// Starts nginx with the first of two generations, which are one rescheduled task and the marker apart.
    ///
    /// - Parameter staysUp: whether one nginxgen compiles all snapshots, or one each.
    init(_ shape: Shape, _ options: Options, compilerStaysUp staysUp: Bool) throws {
        guard let nginx = Tool.nginx, let version = nginx.version else {
            throw ToolMissing(description: "nginx is not installed")
        }
        self.nginx = nginx
        let nginxgen = try Tool.nginxgen(options)
        folder = try ScratchFolder()
        client = LoopbackClient(port: try FreePort.find())
        let settings = BenchmarkSettings.local(
            in: folder.path, port: client.port, user: NSUserName(), nginxVersion: version)
        do {
            let snapshots = try Self.writeInputs(shape, settings, to: folder)
            compiler = try ProxyCompiler(
                nginxgen, in: folder, staysUp: staysUp, lines: snapshots.map { Data($0) })
            try compiler.compile(1, in: folder)
            conf = compiler.path(in: folder)
            try Self.check(conf, with: nginx, in: folder)
            nginxProcess = try Self.start(conf, with: nginx, in: folder)
        } catch {
            folder.remove()
            throw error
        }
    }

    /// Compiles the snapshot of `generation`, 1 or 2, lets nginx check the file, and tells it to load it; returns with
    /// the first answer of the new file.
    func reconfigure(to generation: Int) throws -> Reconfiguration {
        var steps = Reconfiguration()
        try compiler.compile(generation, in: folder)
        steps.compiled = .now
        try Self.check(conf, with: nginx, in: folder)
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
        try? compiler.stop()
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

    /// The template is the built-in one with the loopback address in its listeners: nobody else can connect. Returns the
    /// snapshots of both generations.
    private static func writeInputs(
        _ shape: Shape, _ settings: BenchmarkSettings, to folder: ScratchFolder
    ) throws -> [[UInt8]] {
        _ = try folder.write(settings.bytes, to: "config.toml")
        _ = try folder.write(template, to: "nginx.conf.template")
        let before = SyntheticSnapshot(shape).marked(1)
        let snapshots = [before.bytes, before.reschedulingOneTask().marked(2).bytes]
        for (index, bytes) in snapshots.enumerated() { _ = try folder.write(bytes, to: "\(index + 1).json") }
        return snapshots
    }

    private static func check(_ conf: String, with nginx: Tool, in folder: ScratchFolder) throws {
        try ChildProcess(nginx, words(conf, folder) + ["-t"], errors: folder.file("check.log")).waitForSuccess()
    }

    private static func start(_ conf: String, with nginx: Tool, in folder: ScratchFolder) throws -> ChildProcess {
        try ChildProcess(nginx, words(conf, folder) + ["-g", "daemon off;"], errors: folder.file("nginx.log"))
    }

    private static func words(_ conf: String, _ folder: ScratchFolder) -> [String] {
        ["-p", folder.path, "-c", conf, "-e", folder.file("start.log")]
    }
}

/// nginx did not do as it was told.
struct ProxyFailure: Error, CustomStringConvertible {
    let description: String
}
