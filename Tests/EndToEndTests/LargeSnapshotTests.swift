import Foundation
import Testing

/// Files that are large enough for two threads are read as small ones are, and so are pipes, which are read ahead.
struct LargeSnapshotTests {
    private static let count = 2_000

    /// One service whose tasks stand on a line each, 3 kB like those of the Engine: 6 MB.
    private static func snapshot(replacing number: Int? = nil, by line: String = "") -> [UInt8] {
        let service = #"""
            {"ID":"s","Spec":{"Name":"web","Labels":{"com.docker.lb.hosts":"web.example","com.docker.lb.port":"80",
            "com.docker.lb.network":"net"},"TaskTemplate":{"Networks":[{"Target":"n"}]}}}
            """#.split(separator: "\n").joined()
        let padding = String(repeating: "x", count: 3_000)
        let tasks = (0..<count).map { task in
            if task == number { return line }
            return #"{"ID":"t\#(task)","Spec":"\#(padding)","ServiceID":"s","Status":{"State":"running"},"#
                + #""DesiredState":"running","NetworksAttachments":[{"Network":{"ID":"n","Spec":{"Name":"net"},"#
                + #""DriverState":{"Name":"overlay"}},"Addresses":["10.0.\#(task / 200).\#(task % 200 + 1)/16"]}]}"#
        }
        return Array(
            "{\"services\":[\(service)],\n\"tasks\":[\n\(tasks.joined(separator: ",\n"))\n]}".utf8)
    }

    private func run(
        _ snapshot: [UInt8], by surroundings: CommandRun.Surroundings, _ body: (CommandRun) -> Void
    ) throws {
        try CommandFolder.using { folder in
            try folder.write(Array("[Extensions.default]\n".utf8), to: CommandFolder.config)
            body(try folder.run(["--config", CommandFolder.config], input: snapshot, by: surroundings))
        }
    }

    @Test(arguments: CommandRun.Surroundings.readable + [.namedPipes])
    func everyTaskIsReadOnce(_ surroundings: CommandRun.Surroundings) throws {
        try run(Self.snapshot(), by: surroundings) { run in
            #expect(run.exitCode == 0, "\(run.errors)")
            let servers = run.output.split(separator: "\n").filter { $0.contains("server 10.0.") }
            let expected = (0..<Self.count).map { "server 10.0.\($0 / 200).\($0 % 200 + 1):80" }
            #expect(servers.count == Self.count)
            #expect(zip(servers, expected).allSatisfy { $0.contains($1 + " ") || $0.contains($1 + ";") })
        }
    }

    /// Tasks that are longer than a part that is read ahead.
    @Test(arguments: CommandRun.Surroundings.readable)
    func longTasksAreReadOnce(_ surroundings: CommandRun.Surroundings) throws {
        let padding = String(repeating: "y", count: 700_000)
        let long =
            #"{"ID":"t","Spec":"\#(padding)","ServiceID":"s","Status":{"State":"running"},"DesiredState":"running","#
            + #""NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["10.9.0.1/16"]}]}"#
        try run(Self.snapshot(replacing: 1_200, by: long), by: surroundings) { run in
            #expect(run.exitCode == 0, "\(run.errors)")
            let servers = run.output.split(separator: "\n").filter { $0.contains("server 10.") }
            #expect(servers.count == Self.count && servers.count { $0.contains("10.9.0.1:80") } == 1)
        }
    }

    /// Lines are counted through all parts, and no part is read less strictly.
    @Test(arguments: [10, 990, 1_000, 1_010, 1_999], [CommandRun.Surroundings.file, .pipe])
    func errorsAreToldWhereTheyAre(_ task: Int, _ surroundings: CommandRun.Surroundings) throws {
        try run(Self.snapshot(replacing: task, by: #"{"ID":"t","Spec":{"a":tru}}"#), by: surroundings) { run in
            #expect(run.exitCode == 65)
            #expect(run.errors.hasPrefix("nginxgen: standard input:\(task + 3):26: "), "\(run.errors)")
        }
    }

    /// Services enough for two threads, some of which have hosts in common.
    private static func manyServices(behindTheirTasks isBehind: Bool) -> [UInt8] {
        let services = (0..<700).map { number in
            #"{"ID":"s\#(number)","Spec":{"Name":"web\#(number)","TaskTemplate":{"Networks":[{"Target":"n"}]},"Labels":{"#
                + #""com.docker.lb.hosts":"h\#(number % 650).example","com.docker.lb.port":"80","#
                + #""com.docker.lb.context_root":"/\#(number % 3)","com.docker.lb.ssl_cert":"cert\#(number % 2)"}}}"#
        }
        let tasks = (0..<1_400).map { number in
            #"{"ID":"t\#(number)","ServiceID":"s\#(number % 700)","Status":{"State":"running"},"DesiredState":"running","#
                + #""NetworksAttachments":[{"Network":{"ID":"n","Spec":{"Name":"net"},"DriverState":{"Name":"overlay"}},"#
                + #""Addresses":["10.0.\#(number / 200).\#(number % 200 + 1)/16"]}]}"#
        }
        let members = [("services", services), ("tasks", tasks), ("secrets", [#"{"ID":"c","Spec":{"Name":"cert1"}}"#])]
        let texts = (isBehind ? members.reversed() : members).map { "\"\($0)\":[\($1.joined(separator: ","))]" }
        return Array("{\(texts.joined(separator: ","))}".utf8)
    }

    /// The stream reads, routes and writes all of it on one thread.
    @Test(arguments: [false, true])
    func manyServicesAreRoutedAsTheStreamRoutesThem(_ isBehind: Bool) throws {
        let snapshot = Self.manyServices(behindTheirTasks: isBehind)
        try CommandFolder.using { folder in
            try folder.write(Array("[Extensions.default]\n".utf8), to: CommandFolder.config)
            let stream = try folder.run(["stream", "--config", CommandFolder.config], input: snapshot)
            let record = try JSONSerialization.jsonObject(with: Data(stream.output.utf8)) as? [String: Any]
            let cluster = try #require((record?["clusters"] as? [[String: Any]])?.first)
            for surroundings in [CommandRun.Surroundings.file, .pipe, .fileWithoutThreads, .fileOnOneProcessor] {
                let run = try folder.run(["--config", CommandFolder.config], input: snapshot, by: surroundings)
                #expect(run.exitCode == 0, "\(run.errors)")
                #expect(run.output == cluster["config"] as? String)
                #expect(run.messages.count { $0.contains("cert0") } == 350)
            }
        }
    }
}
