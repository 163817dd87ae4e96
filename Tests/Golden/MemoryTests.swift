import RouteModel
import TestSupport
import Testing

/// What is remembered of the last snapshot changes nothing but the time that the next one takes.
@Suite struct MemoryTests {
    private static let seeds: Range<UInt64> = 0..<40
    private static let steps = 40

    @Test(arguments: seeds)
    func everyStateGivesWhatItGivesAlone(_ seed: UInt64) throws {
        var history = SwarmHistory(seed: seed)
        let pipeline = try RememberingPipeline(under: SwarmGenerator.settings)
        for step in 0..<Self.steps {
            let bytes = history.next().bytes
            let alone = try outputs(of: bytes, under: SwarmGenerator.settings)
            let remembered = try pipeline.outputs(of: bytes)
            for (file, text) in alone where remembered[file] != text {
                Issue.record("step \(step), \(file): \(firstDifference(remembered[file] ?? "", from: text))")
            }
            try #require(remembered == alone)
        }
    }

    /// Cut off, or with a byte changed: refused as without a memory, or read as without one; the next state is as ever.
    @Test(arguments: seeds)
    func brokenSnapshotsLeaveTheLastOne(_ seed: UInt64) throws {
        var (history, random) = (SwarmHistory(seed: seed), SplitMix64(seed: seed))
        let pipeline = try RememberingPipeline(under: SwarmGenerator.settings)
        for _ in 0..<Self.steps {
            let bytes = history.next().bytes
            let broken = breaking(bytes, &random)
            let alone = outcome { try outputs(of: broken, under: SwarmGenerator.settings) }
            #expect(outcome { try pipeline.outputs(of: broken) } == alone)
            #expect(try pipeline.outputs(of: bytes) == outputs(of: bytes, under: SwarmGenerator.settings))
        }
    }

    /// The files, or why there are none.
    private func outcome(_ files: () throws -> [String: String]) -> [String: String] {
        do { return try files() } catch { return ["error": "\(error)"] }
    }

    private func breaking(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var broken = bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if random.once(in: 2) { return Array(bytes[..<place]) }
        broken[place] = random.pick(Array("{}[],:\"\\x0 \u{1}".utf8))
        return broken
    }

    /// Windows end within objects, and in small pieces within everything.
    @Test(arguments: [1, 7, 1000])
    func piecesMakeNoDifference(_ piece: Int) throws {
        var history = SwarmHistory(seed: 1)
        let pipeline = try RememberingPipeline(under: SwarmGenerator.settings)
        for _ in 0..<Self.steps {
            let bytes = history.next().bytes
            #expect(
                try pipeline.outputs(of: bytes, inPiecesOf: piece) == outputs(of: bytes, under: SwarmGenerator.settings)
            )
        }
    }

    @Test(arguments: GoldenCase.all)
    func recordedCasesGiveTheSameAgain(_ golden: GoldenCase) throws {
        let (config, template, snapshot) = (try golden.config, try golden.template, try golden.snapshot)
        let pipeline = try RememberingPipeline(under: config, by: template)
        let alone = try outputs(of: snapshot, under: config, by: template)
        for _ in 1...3 { #expect(try pipeline.outputs(of: snapshot) == alone) }
    }

    /// Past 3,000 upstreams no table names one: all hosts have servers of their own, and share them again below that.
    @Test func layoutFollowsTheNumberOfUpstreams() throws {
        let config = Array("[Extensions.default]\n".utf8)
        let pipeline = try RememberingPipeline(under: config)
        for count in [2_999, 3_001, 3_000, 3_001] {
            let snapshot = Self.snapshot(ofServicesWithLimits: count)
            let remembered = try pipeline.outputs(of: snapshot)["default.nginx.conf"] ?? ""
            #expect(try remembered == outputs(of: snapshot, under: config)["default.nginx.conf"], "\(count) services")
            let servers = remembered.split(separator: "\n").count { $0 == "    server {" }
            #expect(count > 3_000 ? servers > 3_000 : servers < 100, "\(count) services, \(servers) servers")
        }
    }

    /// What answers unknown hosts may have the upstream of hosts, which then get others beside its peers.
    @Test(arguments: [[0, 1, 0, 2], [1, 0, 1]])
    func upstreamsSharedWithTheDefaultBackendFollowTheirHosts(_ canaryTasks: [Int]) throws {
        let config = Array("[Extensions.default]\n".utf8)
        let pipeline = try RememberingPipeline(under: config)
        for count in canaryTasks {
            let hosts = #""com.docker.lb.hosts":"a.example,b.example","com.docker.lb.port":"80""#
            let snapshot = Self.snapshot(
                of: [("main", hosts + #","com.docker.lb.default_backend":"true""#, 2), ("canary", hosts, count)])
            #expect(try pipeline.outputs(of: snapshot) == outputs(of: snapshot, under: config), "\(count) tasks")
        }
    }

    /// Hosts of two services each, at other paths: each service has one upstream for its hosts, and a host that goes is gone.
    @Test func hostThatSharesNothingMayGo() throws {
        let config = Array("[Extensions.default]\n".utf8)
        let pipeline = try RememberingPipeline(under: config)
        let port = #","com.docker.lb.port":"80""#
        var services = [
            ("api", #""com.docker.lb.hosts":"a.example,b.example","com.docker.lb.context_root":"/api""# + port, 2),
            ("web", #""com.docker.lb.hosts":"a.example""# + port, 2),
            ("z", #""com.docker.lb.hosts":"z.example""# + port, 2),
        ]
        for _ in 0..<3 {
            let snapshot = Self.snapshot(of: services)
            let expected = try outputs(of: snapshot, under: config)
            #expect(try pipeline.outputs(of: snapshot) == expected)
            #expect(expected["default.nginx.conf"]?.contains("-2 {") == false, "no name has a number behind it")
            services.removeLast()
        }
    }

    /// An upstream that hosts share is named for a path, too.
    @Test func sharedUpstreamFollowsItsPath() throws {
        let config = Array("[Extensions.default]\n".utf8)
        let pipeline = try RememberingPipeline(under: config)
        let hosts = #""com.docker.lb.hosts":"a.example,b.example","com.docker.lb.port":"80""#
        for path in ["/api", "/app", "/api"] {
            let snapshot = Self.snapshot(
                of: [("part", hosts + #","com.docker.lb.context_root":"\#(path)""#, 2), ("web", hosts, 2)])
            let expected = try outputs(of: snapshot, under: config)
            #expect(try pipeline.outputs(of: snapshot) == expected, "\(path)")
            #expect(expected["default.nginx.conf"]?.contains("location \(path)/ {") == true)
        }
    }

    /// Services with these labels and so many running tasks.
    private static func snapshot(of services: [(name: String, labels: String, tasks: Int)]) -> [UInt8] {
        let specs = services.map { name, labels, _ in
            #"""
            {"ID":"\#(name)","Spec":{"Name":"\#(name)","TaskTemplate":{"Networks":[{"Target":"n"}]},"Labels":{\#(labels)}}}
            """#
        }
        let tasks = services.enumerated().flatMap { index, service in
            (0..<service.tasks).map { number in
                #"""
                {"ServiceID":"\#(service.name)","DesiredState":"running","Status":{"State":"running"},
                "NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["10.0.\#(index).\#(number + 1)/8"]}]}
                """#
            }
        }
        return snapshot(services: specs, tasks: tasks)
    }

    private static func snapshot(services: [String], tasks: [String]) -> [UInt8] {
        let network = #"{"Id":"n","Name":"net","Scope":"swarm","Driver":"overlay"}"#
        return Array(
            """
            {"services":[\(services.joined(separator: ","))],"networks":[\(network)],
            "tasks":[\(tasks.joined(separator: ","))]}
            """.utf8)
    }

    private static func snapshot(ofServicesWithLimits count: Int) -> [UInt8] {
        let services = (0..<count).map { number in
            #"""
            {"ID":"s\#(number)","Spec":{"Name":"s\#(number)","TaskTemplate":{"Networks":[{"Target":"n"}]},"Labels":{
            "com.docker.lb.hosts":"h\#(number).example","com.docker.lb.port":"80",
            "com.docker.lb.client_max_body_size":"1m"}}}
            """#
        }
        let tasks = (0..<2 * count).map { number in
            let address = "10.\(number % 2).\(number / 500).\(number / 2 % 250 + 1)/8"
            return #"""
                {"ServiceID":"s\#(number / 2)","DesiredState":"running","Status":{"State":"running"},
                "NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["\#(address)"]}]}
                """#
        }
        return snapshot(services: services, tasks: tasks)
    }

    /// The Swarm's state does not grow, but every task of it is another one each time.
    @Test func memoryStaysBounded() throws {
        let pipeline = try RememberingPipeline(under: Array("[Extensions.default]\n".utf8))
        var most = 0
        for step in 0..<3_000 {
            let tasks = (0..<10).map { task in
                #"{"ID":"t\#(step)-\#(task)","ServiceID":"s","NodeID":"n\#(step)-\#(task)","DesiredState":"running"}"#
            }
            let service = #"{"ID":"s","Spec":{"Name":"web","Labels":{"com.docker.lb.hosts":"a.example"}}}"#
            let snapshot = #"{"services":[\#(service)],"tasks":[\#(tasks.joined(separator: ","))]}"#
            _ = try pipeline.outputs(of: Array(snapshot.utf8))
            most = max(most, pipeline.snapshots.counts.identifiers)
            #expect(pipeline.snapshots.counts.objects == 11)
        }
        #expect(most < 5_000)
    }
}
