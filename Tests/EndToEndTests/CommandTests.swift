import Testing

/// The command line, and what goes to which stream.
struct CommandTests {
    private static let oneCluster = Array("[Extensions.only]\nServiceCluster = \"east\"\n".utf8)

    private func recorded(_ file: String) throws -> String {
        String(decoding: try RecordedCase.twoClusters.bytes(of: file), as: UTF8.self)
    }

    // MARK: Compiling

    @Test(arguments: ["east", "west"])
    func namedClusterGoesToStandardOutput(_ cluster: String) throws {
        try CommandFolder.using { folder in
            let run = try folder.run("--config", "config.toml", "--cluster", cluster)
            #expect(run.exitCode == 0)
            let (conf, diagnostics) = (try recorded("\(cluster).nginx.conf"), try recorded("diagnostics.txt"))
            #expect(run.output == conf)
            #expect(!run.messages.isEmpty && run.messages.allSatisfy { diagnostics.contains("\($0)\n") })
            #expect(folder.contents == [CommandFolder.config, CommandFolder.snapshot])
        }
    }

    @Test func onlyClusterNeedsNoName() throws {
        try CommandFolder.using { folder in
            try folder.write(Self.oneCluster, to: "one.toml")
            let runs = [
                try folder.run("--config", "one.toml"), try folder.run("--config=one.toml", "--cluster=only"),
                try folder.run("--config", "one.toml", "--cluster", "east"),
            ]
            #expect(runs.allSatisfy { $0.exitCode == 0 && $0.output.contains("demo.a 10.0.9.3:8000;") })
            #expect(Set(runs.map(\.output)).count == 1)
        }
    }

    @Test func inputsComeFromFilesOrStandardInput() throws {
        try CommandFolder.using { folder in
            let conf = try recorded("east.nginx.conf")
            let config = try RecordedCase.twoClusters.bytes(of: CommandFolder.config)
            let runs = [
                try folder.run(
                    ["--config", "config.toml", "--cluster", "east", "--snapshot", "snapshot.json"], input: []),
                try folder.run(["--config", "-", "--cluster", "east", "--snapshot=snapshot.json"], input: config),
                try folder.run("--config", "config.toml", "--cluster", "east", "--snapshot", "-"),
            ]
            #expect(runs.allSatisfy { $0.exitCode == 0 && $0.output == conf })
        }
    }

    @Test func diagnosticsDoNotStopTheCompilation() throws {
        let bad = try SampleService.snapshot(of: [SampleService("bad", ["hosts": "a b", "service_cluster": "east"])])
        try CommandFolder.using { folder in
            try folder.write(Self.oneCluster, to: "one.toml")
            let run = try folder.run(["--config", "one.toml"], input: bad)
            #expect(run.exitCode == 0)
            #expect(run.errors.contains("error host-invalid bad com.docker.lb.hosts: "))
            #expect(run.output.hasPrefix("user nginx;") && !run.output.contains("host-invalid"))
        }
    }

    // MARK: Help

    @Test(arguments: [
        (["--help"], "USAGE"), (["-h"], "--config FILE"), (["--version"], "nginxgen "),
        (["--cluster", "x", "--help"], "USAGE"),
    ])
    func helpGoesToStandardOutput(_ arguments: [String], _ text: String) throws {
        try CommandFolder.using { folder in
            let run = try folder.run(arguments)
            #expect(run.exitCode == 0)
            #expect(run.output.contains(text) && run.output.hasSuffix("\n"))
            #expect(run.errors.isEmpty)
        }
    }

    // MARK: Usage

    @Test func severalClustersMustBeChosenFrom() throws {
        try CommandFolder.using { folder in
            for arguments in [[], ["-o", "nginx.conf"], ["--cluster", "north"]] {
                let run = try folder.run(["--config", "config.toml"] + arguments)
                #expect(run.exitCode == 64)
                #expect(run.messages.count == 1 && run.errors.contains("east, west"))
                #expect(run.output.isEmpty)
            }
            #expect(folder.contents == [CommandFolder.config, CommandFolder.snapshot])
        }
    }

    @Test(arguments: [
        [], ["--config"], ["--config="], ["--config", "config.toml", "--cluster"], ["--config", "config.toml", "-o"],
        ["--config", "config.toml", "--nowhere"], ["--config", "config.toml", "-x"],
        ["--config", "config.toml", "compile"],
        ["--config", "config.toml", "-o", "nginx.conf", "--output-dir", "out"], ["--config", "-"],
        ["--nowhere\u{1b}[31m"],
        ["--config", "config.toml", "--config-limit", "0"], ["--config", "config.toml", "--config-limit", "1000001"],
        ["--config", "config.toml", "--config-limit", "+5"], ["--config", "config.toml", "--config-limit="],
        ["--config", "config.toml", ""],
    ])
    func unusableCommandLineIsRefusedInOneLine(_ arguments: [String]) throws {
        try CommandFolder.using { folder in
            let run = try folder.run(arguments)
            #expect(run.exitCode == 64)
            #expect(
                run.messages.count == 1 && run.errors.hasPrefix("nginxgen: ")
                    && run.errors.hasSuffix("see nginxgen --help\n"))
            #expect(!run.errors.utf8.contains(0x1b))
            #expect(run.output.isEmpty)
            #expect(folder.contents == [CommandFolder.config, CommandFolder.snapshot])
        }
    }
}
