import Foundation
import NginxCompiler
import RouteModel
import Testing

/// One folder of `Cases/`: the inputs of a behaviour and everything that must come of them.
struct GoldenCase: CustomTestStringConvertible, Sendable {
    /// The folder's name, which says what is specified.
    let name: String

    var testDescription: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

    static let all: [GoldenCase] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(GoldenCase.init)
    }()

    private static let inputs: Set<String> = ["config.toml", "snapshot.json", "previous.json", "nginx.conf.template"]

    private var folder: URL { Self.folder.appendingPathComponent(name) }

    var config: [UInt8] { get throws { [UInt8](try Data(contentsOf: folder.appendingPathComponent("config.toml"))) } }
    var snapshot: [UInt8] {
        get throws { [UInt8](try Data(contentsOf: folder.appendingPathComponent("snapshot.json"))) }
    }

    /// The snapshot before, if the case has one.
    var previous: [UInt8]? {
        get throws {
            let file = folder.appendingPathComponent("previous.json")
            return FileManager.default.fileExists(atPath: file.path) ? [UInt8](try Data(contentsOf: file)) : nil
        }
    }

    /// The case's own template, if it has one, else the built-in one.
    var template: ConfigTemplate {
        get throws {
            let file = folder.appendingPathComponent("nginx.conf.template")
            guard FileManager.default.fileExists(atPath: file.path) else { return try builtInTemplate.get() }
            return try ConfigTemplate([UInt8](try Data(contentsOf: file)), named: "nginx.conf.template")
        }
    }

    /// The outputs that are recorded: file name → text.
    func expected() throws -> [String: String] {
        var files: [String: String] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !Self.inputs.contains(file) {
            files[file] = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
        }
        return files
    }

    /// What comes of the case's inputs now.
    func run() throws -> [String: String] { try files(from: try snapshot) }

    /// The same with two threads, which share even the shortest lists item by item; one does all that it can before the
    /// other begins.
    func run(with thread: some SecondThread) throws -> [String: String] {
        try outputs(
            of: try snapshot, after: try previous, under: try config, by: try template, withServices: showsServices,
            sharing: SharedWork(with: thread, from: 2, by: 1))
    }

    /// What comes of another snapshot under the case's settings.
    func files(from snapshot: [UInt8]) throws -> [String: String] {
        try outputs(
            of: snapshot, after: try previous, under: try config, by: try template, withServices: showsServices)
    }

    /// Whether the services that run its clusters are recorded too.
    private var showsServices: Bool { name.utf8.starts(with: "proxy-".utf8) }

    /// Writes what comes of the inputs over what is recorded, and removes what no longer comes of them.
    func record(_ files: [String: String]) throws {
        for file in try expected().keys where files[file] == nil {
            try FileManager.default.removeItem(at: folder.appendingPathComponent(file))
        }
        for (file, text) in files {
            try text.write(to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
        }
    }
}

/// Loaded once: that takes longer than most compilations.
let builtInTemplate = Result { try ConfigTemplate.builtIn() }

/// Runs the whole pipeline: one `CLUSTER.nginx.conf` a service cluster, and `diagnostics.txt` if there are any.
///
/// - Parameters:
///   - previous: the snapshot before, whose valid labels and joined networks are kept.
///   - template: the built-in one unless given.
///   - sharing: the second thread, if one is to help with the files.
///   - withServices: whether `CLUSTER.proxy.json` and, if it has one, `CLUSTER.config-service.json` are wanted.
func outputs(
    of snapshot: [UInt8], after previous: [UInt8]? = nil, under config: [UInt8], by template: ConfigTemplate? = nil,
    withServices: Bool = false, sharing: SharedWork? = nil
) throws -> [String: String] {
    let template = try template ?? builtInTemplate.get()
    let settings = try readSettings(config)
    var lastGood = LastGoodLabels(under: settings)
    var tables: [RoutingTable] = []
    if let previous {
        var snapshot = try readSnapshot(previous)
        lastGood.replaceInvalidLabels(in: &snapshot)
        tables = route(snapshot, under: settings).tables
    }
    var snapshot = try readSnapshot(snapshot)
    lastGood.replaceInvalidLabels(in: &snapshot)
    let routing = route(snapshot, under: settings, after: tables)
    var diagnostics = settings.diagnostics + snapshot.diagnostics + routing.diagnostics
    var files: [String: String] = [:]
    for (cluster, table) in zip(settings.extensions, routing.tables) {
        let options = ProxyOptions(cluster, for: template)
        var source: CompilationSource?
        let bytes = try compile(table, with: options, by: template, keeping: &source, sharing: sharing)
        files["\(cluster.name).nginx.conf"] = String(decoding: bytes, as: UTF8.self)
        diagnostics += options.diagnostics + table.diagnostics
        guard withServices else { continue }
        let specs = ServiceSpecs(of: cluster, serving: table, split(bytes, limit: 1_000_000), in: snapshot)
        files["\(cluster.name).proxy.json"] = specs.proxy.lines
        if !cluster.configImage.isEmpty { files["\(cluster.name).config-service.json"] = specs.configService.lines }
        diagnostics += specs.diagnostics(under: settings)
    }
    if !diagnostics.isEmpty { files["diagnostics.txt"] = diagnostics.map { "\($0)\n" }.joined() }
    return files
}
