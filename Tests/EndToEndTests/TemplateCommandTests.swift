import Foundation
import Testing

/// `nginxgen template`, and templates of the operator's in a compilation.
struct TemplateCommandTests {
    private static let broken = Array("user {{user}};\nhttp {\n  server {{hosst}};\n}\n".utf8)
    private static let complaint = ":3:10: no field `hosst` here; "
    /// Writes a file that tells where it comes from.
    private static let small = Array("# small\nevents { worker_connections {{workerConnections}}; }\n".utf8)
    private static let toFile = ["--config", "config.toml", "--cluster", "east", "-o", "nginx.conf"]

    // MARK: The command

    @Test func printedTemplateIsOkAndWritesTheSameFile() throws {
        try CommandFolder.using { folder in
            let printed = try folder.run("template")
            #expect(printed.exitCode == 0 && printed.errors.isEmpty)
            try folder.write(Array(printed.output.utf8), to: "own.template")
            let check = try folder.run("template", "--check", "own.template")
            #expect(check.exitCode == 0 && check.output == "own.template: ok\n" && check.errors.isEmpty)
            let usual = try folder.run("--config", "config.toml", "--cluster", "east")
            let own = try folder.run("--config", "config.toml", "--cluster", "east", "--template=own.template")
            #expect(own.exitCode == 0 && own.output == usual.output && !own.output.isEmpty)
        }
    }

    /// The file itself comes first, then each block that it leads to, once; every block has a line of its own and its
    /// fields below.
    @Test func fieldsAreListedByBlock() throws {
        try CommandFolder.using { folder in
            let run = try folder.run("template", "--fields")
            #expect(run.exitCode == 0 && run.errors.isEmpty)
            let blocks = run.output.components(separatedBy: "\n\n").map { $0.split(separator: "\n") }
            let names = blocks.compactMap { $0.first?.split(separator: ":").first }
            #expect(names.first == "config" && names.contains("server") && names.contains("upstream"))
            #expect(Set(names).count == blocks.count)
            for block in blocks {
                #expect(block.count > 1 && block.dropFirst().allSatisfy { $0.hasPrefix("    ") }, "\(block)")
                let fields = block.dropFirst().compactMap { $0.split(separator: " ").first }
                #expect(Set(fields).count == block.count - 1, "\(block)")
            }
        }
    }

    @Test func brokenTemplateIsRefusedWithItsPlace() throws {
        try CommandFolder.using { folder in
            try folder.write(Self.broken, to: "own.template")
            let run = try folder.run("template", "--check", "own.template")
            #expect(run.exitCode == 65 && run.output.isEmpty)
            #expect(run.errors.hasPrefix("own.template" + Self.complaint) && run.messages.count == 1, "\(run.errors)")
            let fromInput = try folder.run(["template", "--check", "-"], input: Self.broken)
            #expect(fromInput.exitCode == 65 && fromInput.errors.hasPrefix("standard input" + Self.complaint))
            #expect(try folder.run(["template", "--check=-"], input: Self.small).output == "standard input: ok\n")
        }
    }

    @Test(arguments: [
        (["template", "--feilds"], "there is no option --feilds; see nginxgen template --help"),
        (["template", "own"], "own is not a command; see nginxgen template --help"),
        (["template", "--check"], "--check needs a value; see nginxgen template --help"),
        (["template", "--fields=yes"], "--fields takes no value; see nginxgen template --help"),
        (
            ["template", "--fields", "--check", "a"],
            "--fields and --check exclude each other; see nginxgen template --help"
        ),
        (
            ["--config", "-", "--template", "-", "--snapshot", "a"],
            "only one input can come from standard input; see nginxgen --help"
        ),
    ])
    func wrongUseIsExplained(_ arguments: [String], _ message: String) throws {
        try CommandFolder.using { folder in
            let run = try folder.run(arguments)
            #expect(run.exitCode == 64 && run.output.isEmpty)
            #expect(run.errors == "nginxgen: \(message)\n")
        }
    }

    @Test func eachCommandHasItsOwnHelp() throws {
        try CommandFolder.using { folder in
            let (own, general) = (try folder.run("template", "--help"), try folder.run("--help"))
            #expect(own.exitCode == 0 && general.exitCode == 0)
            #expect(own.output.contains("--check FILE") && !own.output.contains("--output-dir"))
            #expect(general.output.contains("--template FILE") && !general.output.contains("--fields"))
        }
    }

    // MARK: Compiling

    @Test func keyNamesAFileBesideTheSettings() throws {
        try CommandFolder.using { folder in
            try folder.write(Self.small, to: "small.template")
            let config =
                "[Extensions.own]\nTemplate = \"small.template\"\nServiceCluster = \"own\"\n[Extensions.usual]\n"
            try folder.write(Array(config.utf8), to: "two.toml")
            let run = try folder.run("--config", folder.path(of: "two.toml"), "--output-dir", ".")
            #expect(run.exitCode == 0)
            #expect(folder.text(of: "own/nginx.conf") == "# small\nevents { worker_connections 1024; }\n")
            #expect(folder.text(of: "usual/nginx.conf").contains("map $host $backend"))
        }
    }

    @Test func templateOfTheCommandLineIsForAllClusters() throws {
        try CommandFolder.using { folder in
            try folder.write(Self.small, to: "small.template")
            let config = "[Extensions.own]\nTemplate = \"none.template\"\n[Extensions.usual]\nServiceCluster = \"u\"\n"
            try folder.write(Array(config.utf8), to: "config.toml")
            let run = try folder.run("--config", "config.toml", "--output-dir", ".", "--template", "small.template")
            #expect(run.exitCode == 0)
            for cluster in ["own", "usual"] { #expect(folder.text(of: "\(cluster)/nginx.conf").hasPrefix("# small\n")) }
        }
    }

    @Test(
        arguments: [
            (["--template", "own.template"], 65, "own.template" + complaint),
            (["--template", "none.template"], 74, "nginxgen: cannot read none.template: No such file"),
            (["--config", "named.toml"], 65, "own.template" + complaint),
            (["--config", "missing.toml"], 74, "nginxgen: cannot read none.template: No such file"),
        ] as [([String], Int32, String)])
    func templateThatWillNotDoLeavesTheOutputAsItWas(
        _ arguments: [String], _ exitCode: Int32, _ message: String
    ) throws {
        try CommandFolder.using { folder in
            try folder.write(Self.broken, to: "own.template")
            try folder.write(Array("[Extensions.east]\nTemplate = \"own.template\"\n".utf8), to: "named.toml")
            try folder.write(Array("[Extensions.east]\nTemplate = \"none.template\"\n".utf8), to: "missing.toml")
            try folder.write(Array("# an older file\n".utf8), to: "nginx.conf")
            let contents = folder.contents
            let run = try folder.run(Self.toFile + arguments)
            #expect(run.exitCode == exitCode && run.output.isEmpty)
            #expect(run.errors.hasPrefix(message) && run.messages.count == 1, "\(run.errors)")
            #expect(folder.text(of: "nginx.conf") == "# an older file\n" && folder.contents == contents)
        }
    }
}
