import Foundation
import Glibc

/// An nginx in a folder of its own, from its start to `stop()`, which every test that starts one must call.
///
/// The configuration must not switch `daemon` itself, and its `pid` and other files must be relative, or adapted to be.
final class RunningNginx {
    let folder: TemporaryFolder
    private let process = Process()
    private let adaptation: Adaptation

    /// Starts nginx and returns when `endpoint` takes connections.
    ///
    /// - Parameter configuration: as it was compiled for the proxy's container.
    /// - Parameter parts: what it includes.
    /// - Parameter endpoint: one that the adapted configuration listens on.
    /// - Throws: `TextMissing`; `NginxFailure` with nginx's own words when it refuses the configuration, ends, or takes
    ///   no connection within 5 s. Nothing is left running then, and no folder.
    init(
        _ configuration: [UInt8], including parts: [ConfigurationFile] = [], adaptedBy adaptation: Adaptation,
        listeningOn endpoint: Endpoint
    ) throws {
        self.adaptation = adaptation
        folder = try TemporaryFolder()
        do {
            try write(configuration, including: parts, adaptedBy: adaptation)
            try start()
            try waitUntilListening(on: endpoint)
        } catch {
            try? stop()
            throw error
        }
    }

    var pid: pid_t { process.processIdentifier }

    /// The workers, of all generations that still live.
    var children: Set<NginxProcess> { NginxProcess.children(of: pid) }

    /// What nginx wrote to standard output: the access log of a proxy.
    var output: String { folder.text(of: "output.log") }

    /// What nginx wrote to standard error: its own messages.
    var errors: String { folder.text(of: "errors.log") }

    /// Loads another configuration and returns when only workers that have it take connections.
    ///
    /// - Parameter adaptation: unless given, the one of the start.
    /// - Throws: as the start does. The old configuration goes on when nginx refuses the new one.
    func reload(_ configuration: [UInt8], adaptedBy adaptation: Adaptation? = nil) throws {
        try write(configuration, adaptedBy: adaptation ?? self.adaptation)
        guard process.isRunning else { throw NginxFailure(what: "nginx has ended", output: errors) }
        let old = children
        kill(pid, SIGHUP)
        let switched = Deadline().passes {
            children.subtracting(old).contains(where: \.isServing) && !old.contains(where: \.isServing)
        }
        guard switched else { throw NginxFailure(what: "nginx did not load the configuration in time", output: errors) }
    }

    /// Lets nginx end what it is doing while `patience` lasts, then kills it with its workers; removes the folder.
    func stop(within patience: Duration = .seconds(3)) throws {
        if process.isRunning {
            kill(pid, SIGQUIT)
            if !Deadline(after: patience).passes({ !process.isRunning }) { killpg(pid, SIGKILL) }
            process.waitUntilExit()
        }
        try folder.remove()
    }

    private func write(
        _ configuration: [UInt8], including parts: [ConfigurationFile] = [], adaptedBy adaptation: Adaptation
    ) throws {
        let files = try adaptation.adapt([("nginx.conf", configuration)] + parts)
        for file in files { try folder.write(file.bytes, to: file.name) }
        let check = try NginxCheck(of: folder.file("nginx.conf"), in: folder.path)
        guard check.passed else { throw NginxFailure(what: "nginx refuses the configuration", output: check.output) }
    }

    private func start() throws {
        process.executableURL = try Nginx.url()
        process.arguments = ["-p", folder.path, "-c", folder.file("nginx.conf"), "-g", "daemon off;"]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try folder.appending(to: "output.log")
        process.standardError = try folder.appending(to: "errors.log")
        try process.run()
    }

    /// The master listens before it has workers, and a reload needs to know those of the start.
    private func waitUntilListening(on endpoint: Endpoint) throws {
        let listens = Deadline().passes {
            !process.isRunning
                || (try? Socket.connected(to: endpoint)) != nil && children.contains(where: \.isServing)
        }
        guard listens, process.isRunning else {
            throw NginxFailure(what: "nginx does not listen on \(endpoint)", output: errors)
        }
    }
}

/// nginx would not do as a test asked.
struct NginxFailure: Error, CustomStringConvertible {
    let what: String
    /// nginx's own words.
    let output: String

    var description: String { "\(what): \(output)" }
}
