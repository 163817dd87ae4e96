import Testing

/// The options `--previous` and `--no-carry-over`. What is carried over is recorded among the golden files.
struct CarryOverTests {
    private static let recorded = RecordedCase(name: "carry-over-keeps-routes-of-labels-that-became-invalid")

    private func run(_ options: String...) throws -> CommandRun {
        var run: CommandRun?
        try CommandFolder.using { folder in
            for file in ["config.toml", "snapshot.json", "previous.json"] {
                try folder.write(try Self.recorded.bytes(of: file), to: file)
            }
            run = try folder.run(["--config", "config.toml", "--snapshot", "snapshot.json"] + options)
        }
        return try #require(run)
    }

    @Test func routesAreKeptWithAWarning() throws {
        let run = try run("--previous", "previous.json")
        #expect(run.exitCode == 0 && run.output.contains("web1.example 10.0.1.3:80;"))
        #expect(run.errors.contains("warning labels-carried-over web1: its labels are invalid since 2026-03-02T"))
    }

    @Test func routesGoWhereNobodyAsksForThem() throws {
        for run in [try run("--previous", "previous.json", "--no-carry-over"), try run()] {
            #expect(run.exitCode == 0 && !run.output.contains("web1.example"))
            #expect(!run.errors.contains("labels-carried-over") && run.errors.contains("host-invalid web1"))
        }
    }

    @Test func plansKeepThemWhereThatIsAsked() throws {
        try CommandFolder.using { folder in
            for file in ["config.toml", "snapshot.json", "previous.json"] {
                try folder.write(try Self.recorded.bytes(of: file), to: file)
            }
            let plan = ["plan", "--config", "config.toml", "--from", "previous.json", "--to", "snapshot.json"]
            let (lost, kept) = (try folder.run(plan), try folder.run(plan + ["--carry-over"]))
            #expect(lost.output.contains("  - route web1.example\n"))
            #expect(!kept.output.contains("web1.example") && kept.output.contains("  - route web4.example\n"))
            #expect(kept.errors.contains("warning labels-carried-over web1: "))
        }
    }

    @Test func previousSnapshotMustBeThere() throws {
        let run = try run("--previous", "missing.json")
        #expect(run.exitCode == 74 && run.output.isEmpty)
    }
}
