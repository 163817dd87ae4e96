import Foundation
import Testing

/// `nginxgen stream`: a line in, a line out.
struct StreamCommandTests {
    private static let stream = ["stream", "--config", "config.toml"]

    /// A line of output.
    private typealias Record = [String: Any]

    private func records(_ run: CommandRun) throws -> [Record] {
        try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Record)
        }
    }

    private func clusters(_ record: Record) -> [String: Record] {
        let clusters = record["clusters"] as? [Record] ?? []
        return Dictionary(uniqueKeysWithValues: clusters.map { ($0["cluster"] as? String ?? "", $0) })
    }

    /// The snapshot of two clusters on one line, and the same after a task of the cluster west has moved.
    private func states() throws -> (first: String, moved: String) {
        let text = String(decoding: try RecordedCase.twoClusters.bytes(of: CommandFolder.snapshot), as: UTF8.self)
        let line = text.split(separator: "\n").joined()
        return (line, line.replacing("10.0.10.3/24", with: "10.0.10.77/24"))
    }

    private func run(
        _ lines: [String], _ options: [String] = [], by surroundings: CommandRun.Surroundings = .file,
        in folder: CommandFolder
    ) throws -> CommandRun {
        try folder.run(Self.stream + options, input: Array(lines.joined(separator: "\n").utf8), by: surroundings)
    }

    @Test func everyLineIsAnsweredByWhatItChanges() throws {
        try CommandFolder.using { folder in
            let (first, moved) = try states()
            let run = try run([first, first, moved, first, ""], in: folder)
            #expect(run.exitCode == 0 && run.errors.isEmpty)
            let records = try records(run)
            #expect(records.map { $0["snapshot"] as? Int } == [1, 2, 3, 4])
            #expect(records.allSatisfy { $0["schema"] as? Int == 1 && $0["microseconds"] is Int && $0["error"] == nil })
            #expect(records.map { clusters($0).keys.sorted() } == [["east", "west"], [], ["west"], ["west"]])
            #expect(Set(records[1].keys) == ["schema", "snapshot", "microseconds"])
            for name in ["east", "west"] {
                let alone = try folder.run("--config", "config.toml", "--cluster", name)
                #expect(clusters(records[0])[name]?["config"] as? String == alone.output)
                #expect(clusters(records[0])[name]?["bytes"] as? Int == alone.output.utf8.count)
            }
            #expect(
                clusters(records[3])["west"]?["config"] as? String == clusters(records[0])["west"]?["config"] as? String
            )
        }
    }

    /// Of the first snapshot nobody knows what the proxies had before.
    @Test func proxiesAreToldWhatTheyNeed() throws {
        try CommandFolder.using { folder in
            let (first, moved) = try states()
            let records = try records(try run([first, moved], in: folder))
            #expect(clusters(records[0])["west"]?["verdict"] == nil)
            let west = try #require(clusters(records[1])["west"])
            #expect(west["verdict"] as? String == "update")
            let causes = try #require(west["causes"] as? [Record])
            #expect(causes.map { $0["kind"] as? String } == ["route"])
            #expect((west["hash"] as? String)?.utf8.count == 32)
            #expect(west["hash"] as? String != clusters(records[0])["west"]?["hash"] as? String)
        }
    }

    @Test(arguments: [([], true), (["--no-carry-over"], false)])
    func routesAreKeptWhenLabelsBecomeInvalid(_ options: [String], _ areKept: Bool) throws {
        try CommandFolder.using { folder in
            let (first, _) = try states()
            let broken = first.replacing("\"demo.B\"", with: "\"http://demo.B\"")
            #expect(broken != first)
            let records = try records(try run([first, broken, broken, first], options, in: folder))
            let diagnostics = records[1]["diagnostics"] as? [Record] ?? []
            #expect(diagnostics.contains { $0["code"] as? String == "labels-carried-over" } == areKept)
            #expect((clusters(records[1])["west"]?["hash"] == nil) == areKept, "the file stays")
            #expect(clusters(records[2]).isEmpty && records[2]["diagnostics"] == nil, "it is told once")
            #expect((records[3]["diagnostics"] != nil) == areKept)
        }
    }

    @Test(arguments: [
        ("", "the input is empty; it should be a snapshot, an object with \"services\"", nil),
        ("{\"tasks\":[]}", "the snapshot has no array \"services\"; it is what GET /services answers", 1),
        ("{\"services\":[}", "\"}\" stands here, but a value is wanted", 14),
    ])
    func brokenLineIsToldAndPassedOver(_ line: String, _ message: String, _ column: Int?) throws {
        try CommandFolder.using { folder in
            let (first, moved) = try states()
            let run = try run([first, line, first, moved], in: folder)
            #expect(run.exitCode == 0 && run.errors.isEmpty)
            let records = try records(run)
            let error = try #require(records[1]["error"] as? Record)
            #expect(error["message"] as? String == message)
            #expect(error["column"] as? Int == column)
            #expect(clusters(records[1]).isEmpty && clusters(records[2]).isEmpty)
            #expect(clusters(records[3]).keys.sorted() == ["west"])
        }
    }

    @Test func filesAreWrittenWhenTheyChange() throws {
        try CommandFolder.using { folder in
            let (first, moved) = try states()
            let run = try run([first, moved], ["--output-dir", "out"], in: folder)
            let records = try records(run)
            let files = records.map { record in clusters(record).mapValues { $0["files"] as? [[String: String]] ?? [] }
            }
            #expect(files[0]["east"] == [["file": "out/east/nginx.conf", "outcome": "written"]])
            #expect(files[1] == ["west": [["file": "out/west/nginx.conf", "outcome": "written"]]])
            #expect(clusters(records[1])["west"]?["config"] == nil)
            let alone = try folder.run(["--config", "config.toml", "--cluster", "west"], input: Array(moved.utf8))
            #expect(folder.text(of: "out/west/nginx.conf") == alone.output)
            let again = try self.records(try self.run([moved], ["--output-dir", "out"], in: folder))
            #expect(
                clusters(again[0])["west"]?["files"] as? [[String: String]]
                    == [["file": "out/west/nginx.conf", "outcome": "unchanged"]])
        }
    }

    @Test func emptyInputIsNoSnapshot() throws {
        try CommandFolder.using { folder in
            let run = try run([], in: folder)
            #expect(run.exitCode == 0 && run.output.isEmpty && run.errors.isEmpty)
        }
    }

    /// A line that is longer than what is read at once, and ends within it.
    @Test(arguments: CommandRun.Surroundings.readable)
    func longLinesAreReadInPieces(_ surroundings: CommandRun.Surroundings) throws {
        try CommandFolder.using { folder in
            let (first, moved) = try states()
            let long = first.dropLast() + ",\"padding\":\"\(String(repeating: "x", count: 600_000))\"}"
            let records = try records(try run([String(long), moved, String(long)], by: surroundings, in: folder))
            #expect(records.map { clusters($0).count } == [2, 1, 1])
        }
    }

    @Test func inputThatCannotBeReadIsNamed() throws {
        try CommandFolder.using { folder in
            let run = try run([], by: .folder, in: folder)
            #expect(run.exitCode == 74 && run.output.isEmpty)
            #expect(run.errors == "nginxgen: cannot read standard input: Is a directory\n")
        }
    }

    @Test(arguments: [
        (["stream"], "--config is missing: the settings, Interlock's config.toml; see nginxgen stream --help"),
        (
            ["stream", "--config", "-"],
            "only one input can come from standard input; see nginxgen stream --help"
        ),
        (["stream", "--snapshot", "a"], "there is no option --snapshot; see nginxgen stream --help"),
    ])
    func wrongOptionsAreRefused(_ words: [String], _ message: String) throws {
        try CommandFolder.using { folder in
            let run = try folder.run(words, input: [])
            #expect(run.exitCode == 64 && run.output.isEmpty)
            #expect(run.errors == "nginxgen: \(message)\n")
        }
    }
}
