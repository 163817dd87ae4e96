import Testing

/// The command that prints a cluster's services.
struct ProxyCommandTests {
    private static let recorded = RecordedCase(name: "proxy-hitless-takes-files-from-a-volume")

    private func using(_ body: (CommandFolder) throws -> Void) throws {
        try CommandFolder.using { folder in
            for file in [CommandFolder.config, CommandFolder.snapshot] {
                try folder.write(try Self.recorded.bytes(of: file), to: file)
            }
            try body(folder)
        }
    }

    private func recorded(_ file: String) throws -> String {
        String(decoding: try Self.recorded.bytes(of: file), as: UTF8.self)
    }

    @Test(arguments: [
        ([], "default.proxy.json"), (["--service", "proxy"], "default.proxy.json"),
        (["--service=config", "--cluster=default"], "default.config-service.json"),
    ])
    func serviceGoesToStandardOutput(_ options: [String], _ file: String) throws {
        try using { folder in
            let run = try folder.run(
                ["proxy", "--config", "config.toml", "--snapshot", "snapshot.json"] + options, input: [])
            #expect(run.exitCode == 0)
            let (expected, diagnostics) = (try recorded(file), try recorded("diagnostics.txt"))
            #expect(run.output == expected)
            #expect(run.errors == diagnostics)
        }
    }

    @Test func diagnosticsMayBeForPrograms() throws {
        try using { folder in
            let run = try folder.run(
                ["proxy", "--config", "config.toml", "--snapshot", "snapshot.json", "--format", "json"], input: [])
            #expect(run.messages.count == 1)
            #expect(run.errors.hasPrefix(#"{"severity":"warning","code":"config-object-missing","message":"no config"#))
        }
    }

    @Test func longFileTakesSeveralObjects() throws {
        let hosts = (0..<40).map { SampleService("web\($0)", ["hosts": "host\($0).example", "port": "80"]) }
        let snapshot = try SampleService.snapshot(of: hosts)
        try using { folder in
            let run = try folder.run(
                ["proxy", "--config", "config.toml", "--config-limit", "4", "--service", "config"], input: snapshot)
            #expect(run.exitCode == 0)
            #expect(run.output.contains(#""Name": "/run/configs/proxy.conf""#))
            #expect(run.output.contains(#""Name": "/run/configs/map-"#))
        }
    }

    @Test func severalClustersNeedAName() throws {
        try CommandFolder.using { folder in
            let run = try folder.run("proxy", "--config", "config.toml")
            #expect(run.exitCode == 64)
            #expect(run.output.isEmpty)
            #expect(
                run.messages == [
                    "nginxgen: the settings have several service clusters: name one of east, west with --cluster; "
                        + "see nginxgen proxy --help"
                ])
        }
    }

    @Test(arguments: [
        (["--service", "extension"], "--service is one of proxy, config, not extension"),
        (["--cluster", "north"], "there is no service cluster north; the settings have default"),
        (["-o", "file"], "there is no option -o"), (["--config-limit", "0"], "--config-limit is a number of kB"),
    ])
    func wrongOptionIsRefused(_ options: [String], _ message: String) throws {
        try using { folder in
            let run = try folder.run(["proxy", "--config", "config.toml"] + options)
            #expect(run.exitCode == 64)
            #expect(
                run.errors.hasPrefix("nginxgen: \(message)") && run.errors.hasSuffix("; see nginxgen proxy --help\n"))
        }
    }

    @Test func configServiceNeedsAnImage() throws {
        try using { folder in
            try folder.write(Array("[Extensions.default]\nProxyImage = \"example/proxy:1\"\n".utf8), to: "config.toml")
            let run = try folder.run("proxy", "--config", "config.toml", "--service", "config")
            #expect(run.exitCode == 65)
            #expect(run.output.isEmpty)
            #expect(
                run.messages == [
                    "nginxgen: the settings have no image for the config service of default; write ConfigImage"
                ])
        }
    }
}
