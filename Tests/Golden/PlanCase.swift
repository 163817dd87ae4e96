import Foundation
import NginxCompiler
import RouteModel
import Testing

/// One folder of `Plans/`: two states of a Swarm and the plan that leads from one to the other.
struct PlanCase: CustomTestStringConvertible, Sendable {
    /// The folder's name, which says what changes.
    let name: String

    var testDescription: String { name }

    private static let folder = GoldenCase.folder.deletingLastPathComponent().appendingPathComponent("Plans")

    static let all: [PlanCase] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map(PlanCase.init)
    }()

    /// What is recorded.
    static let outputs = ["plan.txt", "plan.json"]

    func file(_ name: String) -> URL { Self.folder.appendingPathComponent(self.name).appendingPathComponent(name) }

    func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: file(name))) }

    /// What comes of the case's inputs now: file name → text.
    ///
    /// - Parameter change: what to do to each snapshot first.
    func run(_ change: ([UInt8]) throws -> [UInt8] = { $0 }) throws -> [String: String] {
        let settings = try readSettings(try bytes("config.toml"))
        let hasOldSettings = FileManager.default.fileExists(atPath: file("from.toml").path)
        let oldSettings = hasOldSettings ? try readSettings(try bytes("from.toml")) : settings
        let old = try states(of: try change(try bytes("from.json")), under: oldSettings)
        let new = try states(of: try change(try bytes("to.json")), under: settings, after: old.map(\.table))
        let plan = plan(from: old, to: new)
        return ["plan.txt": plan.text(Paint(isOn: false)), "plan.json": Self.numberingHashes(in: plan.json.lines)]
    }

    /// `text` with `HASH1`, `HASH2` … for hashes, in the order in which they come: nobody can read one.
    private static func numberingHashes(in text: String) -> String {
        var numbers: [Substring: Int] = [:]
        return text.replacing(#/[0-9a-f]{32}/#) { match in
            let number = numbers[match.output] ?? numbers.count + 1
            numbers[match.output] = number
            return "HASH\(number)"
        }
    }
}

/// Every cluster of a snapshot, compiled by the built-in template.
func states(
    of snapshot: [UInt8], under settings: Settings, after tables: [RoutingTable] = []
) throws -> [ClusterState] {
    let template = try builtInTemplate.get()
    let snapshot = try readSnapshot(snapshot)
    let routing = route(snapshot, under: settings, after: tables)
    return try zip(settings.extensions, routing.tables).map { cluster, table in
        let file = try compile(table, with: ProxyOptions(cluster, for: template), by: template)
        return ClusterState(cluster, table, split(file, limit: 1_000_000).summary, of: snapshot)
    }
}
