import Foundation
import Testing

/// What `reload` promises: running proxies load the file, no request fails, and what the plan says is so.
@Suite(.needsNginx)
struct ReloadPlanTests {
    private static let host = "app.example.org"
    private static let addresses = [["10.0.9.3"], ["10.0.9.3", "10.0.9.4"], ["10.0.9.4"]]
    private static let options = [[:], ["websocket_endpoints": "/ws"], ["client_max_body_size": "8m"]]

    /// The state after `step` changes: the host's tasks and options go round, and each step adds a host.
    private static func state(after step: Int) -> SampleCluster {
        let tasks = addresses[(step + 1) % addresses.count]
        let labels = ["hosts": host].merging(options[step % options.count]) { $1 }
        let web =
            tasks.count == 1
            ? SampleService("web", labels, at: tasks[0]) : SampleService("web", labels, at: tasks[0], tasks[1])
        let others = (0..<step).map { SampleService("site\($0)", ["hosts": "site\($0).example.org"], at: "10.0.9.3") }
        return SampleCluster([web] + others).under("HitlessServiceUpdate = true")
    }

    /// What `plan` says of the only cluster.
    private func plan(from old: SampleCluster, to new: SampleCluster) throws -> (verdict: String, causes: [String]) {
        var result = (verdict: "", causes: [String]())
        try CommandFolder.using { folder in
            try folder.write(Array("[Extensions.default]\nHitlessServiceUpdate = true\n".utf8), to: "hitless.toml")
            try folder.write(try SampleService.snapshot(of: old.services), to: "old.json")
            try folder.write(try SampleService.snapshot(of: new.services), to: "new.json")
            let run = try folder.run(
                "plan", "--config", "hitless.toml", "--from", "old.json", "--to", "new.json", "--format", "json",
                "--detailed-exitcode")
            #expect(run.exitCode == 2, "\(run.errors)")
            let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            let cluster = try #require((json?["clusters"] as? [[String: Any]])?.first)
            result.verdict = cluster["verdict"] as? String ?? ""
            result.causes = (cluster["causes"] as? [[String: Any]] ?? []).map {
                "\($0["change"] ?? "") \($0["subject"] ?? "")"
            }
        }
        return result
    }

    @Test func twentyReloadsFailNoRequest() throws {
        // It starts where both tasks run, so that each has a backend.
        try Self.state(after: 0).serving { cluster in
            let client = cluster.client
            let ask: @Sendable () throws -> String = {
                let answer = try client.get("/x", host: Self.host)
                return Echo(answer)?.backend ?? answer.startLine
            }
            let answers = try Load.running(clients: 3, ask: ask) { load in
                for step in 1...20 {
                    let (old, new) = (Self.state(after: step - 1), Self.state(after: step))
                    let plan = try plan(from: old, to: new)
                    #expect(plan.verdict == "reload")
                    let site = "site\(step - 1).example.org"
                    #expect(plan.causes.contains("added \(site)") && plan.causes.contains("changed \(Self.host)"))
                    let before = load.count
                    try cluster.reload(new)
                    let answer = try cluster.backend(host: site)
                    #expect(answer != nil, "the new route answers")
                    #expect(Deadline().passes { load.count > before + 10 })
                }
            }
            #expect(Set(answers.keys).isSubset(of: ["web.1", "web.2"]), "\(answers)")
            #expect(answers.values.reduce(0, +) > 200)
        }
    }
}
