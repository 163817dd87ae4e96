import Foundation
import Testing

/// The command `plan`: options, streams and exit codes. What plans say is recorded among the golden files.
struct PlanCommandTests {
    private static let plan = ["plan", "--config", "config.toml", "--from", "empty.json", "--to", "snapshot.json"]

    /// Makes a folder in which a second snapshot, without services, stands beside the first.
    private func inFolder(_ body: (CommandFolder) throws -> Void) throws {
        try CommandFolder.using { folder in
            try folder.write(Array("{\"services\": []}".utf8), to: "empty.json")
            try body(folder)
        }
    }

    @Test func planGoesToStandardOutputAndDiagnosticsDoNot() throws {
        try inFolder { folder in
            let run = try folder.run(Self.plan)
            #expect(run.exitCode == 0)
            #expect(run.output.hasPrefix("east: update; "))
            #expect(run.output.contains("  + route demo.a: 10.0.9.3:8000\n"))
            #expect(run.messages.allSatisfy { $0.hasPrefix("note ") } && !run.messages.isEmpty)
            #expect(folder.contents == [CommandFolder.config, CommandFolder.snapshot, "empty.json"])
        }
    }

    @Test func jsonIsOneObjectWithItsSchema() throws {
        try inFolder { folder in
            let run = try folder.run(Self.plan + ["--format", "json", "--cluster", "west"])
            let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
            let plan = try #require(json as? [String: Any])
            #expect(plan["schema"] as? Int == 1 && plan["changed"] as? Bool == true)
            let clusters = try #require(plan["clusters"] as? [[String: Any]])
            #expect(clusters.map { $0["cluster"] as? String } == ["west"])
            #expect(clusters[0]["verdict"] as? String == "update")
        }
    }

    @Test func eitherSnapshotMayBeStandardInput() throws {
        try inFolder { folder in
            let whole = try folder.run(Self.plan).output
            let to = try folder.run(["plan", "--config", "config.toml", "--from", "empty.json", "--to", "-"])
            #expect(to.output == whole)
            let from = try folder.run(["plan", "--config", "config.toml", "--from", "-", "--to", "snapshot.json"])
            #expect(from.output == "east: unchanged\n\nwest: unchanged\n")
        }
    }

    @Test func exitCodeTellsOfChangesWhereItIsAsked() throws {
        try inFolder { folder in
            let some = try folder.run(Self.plan + ["--detailed-exitcode"])
            #expect(some.exitCode == 2)
            let same = ["plan", "--config", "config.toml", "--from", "empty.json", "--to", "empty.json"]
            let none = try folder.run(same + ["--detailed-exitcode"])
            #expect(none.exitCode == 0)
        }
    }

    @Test func settingsMayHaveChangedToo() throws {
        try inFolder { folder in
            let old = String(decoding: try RecordedCase.twoClusters.bytes(of: "config.toml"), as: UTF8.self)
            let without = old.replacingOccurrences(of: "ProxyReplicas = 1", with: "ProxyReplicas = 3")
            try folder.write(Array(without.utf8), to: "old.toml")
            let run = try folder.run([
                "plan", "--config", "config.toml", "--from-config", "old.toml", "--from", "-", "--to", "snapshot.json",
            ])
            #expect(run.output.contains("east: update; no proxy joins a network anew\n  ~ service replicas: 3 -> 1\n"))
        }
    }

    @Test(arguments: ["west", "far west"])
    func clusterThatGoesCanBeNamed(_ name: String) throws {
        try inFolder { folder in
            let one = "[Extensions.east]\nServiceCluster = \"east\"\n"
            try folder.write(Array(one.utf8), to: "config.toml")
            try folder.write(
                Array((one + "[Extensions.west]\nServiceCluster = \"far west\"\n").utf8), to: "old.toml")
            let run = try folder.run([
                "plan", "--config", "config.toml", "--from-config", "old.toml", "--from", "empty.json", "--to",
                "empty.json", "--cluster", name,
            ])
            #expect(run.output.hasPrefix("west: update; no proxy joins a network anew\n  - cluster west\n"))
            #expect(!run.output.contains("east"))
        }
    }

    @Test(arguments: [("never", false), ("always", true), ("auto", false)])
    func coloursAreForTerminals(_ choice: String, _ isColoured: Bool) throws {
        try inFolder { folder in
            let run = try folder.run(Self.plan + ["--color", choice])
            #expect(run.output.utf8.contains(0x1B) == isColoured)
        }
    }

    @Test func largeFilesAreSplitInPlansToo() throws {
        try inFolder { folder in
            let run = try folder.run(Self.plan + ["--config-limit", "1"])
            #expect(run.output.contains(" config objects\n"))
        }
    }

    // MARK: Failures

    @Test(arguments: [
        (["--from", "a", "--to", "b"], "--config is missing"),
        (["--config", "config.toml", "--to", "b"], "--from is missing"),
        (["--config", "config.toml", "--from", "b"], "--to is missing"),
        (["--config", "config.toml", "--from", "-", "--to", "-"], "only one input can come from standard input"),
        (plan.dropFirst() + ["--format", "yaml"], "--format is one of text, json, not yaml"),
        (plan.dropFirst() + ["--color", "red"], "--color is one of auto, always, never, not red"),
        (plan.dropFirst() + ["--config-limit", "0"], "--config-limit is a number of kB from 1 to 1000000, not 0"),
        (plan.dropFirst() + ["--cluster", "south"], "there is no service cluster south"),
        (plan.dropFirst() + ["--output", "x"], "there is no option --output"),
    ])
    func usageIsExplained(_ arguments: [String], _ message: String) throws {
        try inFolder { folder in
            let run = try folder.run(["plan"] + arguments)
            #expect(run.exitCode == 64 && run.output.isEmpty)
            #expect(run.errors.hasPrefix("nginxgen: \(message)"), "\(run.errors)")
        }
    }

    @Test func brokenSnapshotIsRefusedWithItsPlace() throws {
        try inFolder { folder in
            try folder.write(Array("{\"services\": [}".utf8), to: "broken.json")
            let run = try folder.run([
                "plan", "--config", "config.toml", "--from", "snapshot.json", "--to", "broken.json",
            ])
            #expect(run.exitCode == 65 && run.output.isEmpty)
            #expect(run.errors.hasPrefix("nginxgen: broken.json:1:15: "))
        }
    }
}
