import RouteModel
import TestSupport
import Testing

/// What holds of every compilation, tried on Swarms of chance. A failing seed can be run again alone.
@Suite struct PropertyTests {
    private static let seeds: Range<UInt64> = 0..<200

    @Test(arguments: seeds)
    func orderOfTheInputChangesNoByte(_ seed: UInt64) throws {
        var (generator, random) = (SwarmGenerator(seed: seed), SplitMix64(seed: ~seed))
        let snapshot = generator.swarm().snapshot
        let files = try outputs(of: snapshot.bytes, under: SwarmGenerator.settings)
        let again = try outputs(of: snapshot.bytes, under: SwarmGenerator.settings)
        #expect(again == files)
        let shuffled = try outputs(of: snapshot.shuffled(by: &random).bytes, under: SwarmGenerator.settings)
        expectSame(shuffled, files)
    }

    @Test(arguments: seeds)
    func changeInOneClusterChangesNoByteOfTheOthers(_ seed: UInt64) throws {
        var generator = SwarmGenerator(seed: seed)
        let swarm = generator.swarm(listingNetworks: true)
        let files = try outputs(of: swarm.snapshot.bytes, under: SwarmGenerator.settings)
        for (cluster, file) in [("east", "east.nginx.conf"), ("west", "west.nginx.conf"), ("", "default.nginx.conf")] {
            let changed = generator.change(swarm, in: cluster).snapshot
            let others = try outputs(of: changed.bytes, under: SwarmGenerator.settings)
            expectSame(confs(others, besides: file), confs(files, besides: file))
        }
    }

    @Test(arguments: seeds)
    func changeInOneClusterAsksNothingOfTheOthers(_ seed: UInt64) throws {
        var generator = SwarmGenerator(seed: seed)
        let (swarm, settings) = (generator.swarm(listingNetworks: true), try readSettings(SwarmGenerator.settings))
        let old = try states(of: swarm.snapshot.bytes, under: settings)
        for (cluster, name) in [("east", "east"), ("west", "west"), ("", "default")] {
            let changed = generator.change(swarm, in: cluster).snapshot
            let new = try states(of: changed.bytes, under: settings, after: old.map(\.table))
            for other in plan(from: old, to: new).clusters where other.cluster != name {
                #expect(other.verdict == .unchanged && other.causes.isEmpty, "\(other.cluster): \(other.causes)")
            }
        }
    }

    @Test(arguments: GoldenCase.all)
    func orderOfARecordedCaseChangesNoByte(_ golden: GoldenCase) throws {
        let (snapshot, expected) = (try JSONValue(try golden.snapshot), try golden.expected())
        var random = SplitMix64(seed: 1)
        for _ in 1...3 {
            let shuffled = snapshot.shuffled(by: &random).bytes
            expectSame(try golden.files(from: shuffled), expected)
        }
    }

    /// The properties above say little if the Swarms are dull.
    @Test func generatedSwarmsMeetEveryKindOfTrouble() throws {
        var (codes, text) = (Set<Substring>(), "")
        for seed in Self.seeds {
            var generator = SwarmGenerator(seed: seed)
            for (file, content) in try outputs(of: generator.swarm().snapshot.bytes, under: SwarmGenerator.settings) {
                guard file == "diagnostics.txt" else { text += content; continue }
                codes.formUnion(content.split(separator: "\n").map { $0.split(separator: " ")[1] })
            }
        }
        let expected: Set<Substring> = [
            "cluster-unknown", "host-invalid", "host-shared", "hosts-empty", "hosts-missing", "label-invalid",
            "label-needs-another", "label-not-text", "label-overruled", "label-unknown", "network-chosen",
            "network-none", "network-replaced", "network-unknown", "no-task", "path-invalid", "port-chosen",
            "port-invalid", "port-missing", "service-incomplete", "service-is-job",
        ]
        #expect(expected.subtracting(codes).isEmpty)
        for line in [
            "hostnames;", "server_name a.example.com;", "location /app/ {", "location = /app {",
            "\n        a.example.com ",
        ] {
            #expect(text.contains(line))
        }
    }

    private func confs(_ files: [String: String], besides file: String) -> [String: String] {
        files.filter { $0.key != file && $0.key != "diagnostics.txt" }
    }

    /// Names the files that differ, with the first line that does.
    private func expectSame(_ actual: [String: String], _ expected: [String: String]) {
        #expect(Set(actual.keys) == Set(expected.keys))
        for (file, text) in expected where actual[file] != text {
            Issue.record("\(file): \(firstDifference(actual[file] ?? "", from: text))")
        }
    }
}
