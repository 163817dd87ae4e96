import TestSupport
import Testing

@testable import NginxCompiler
@testable import RouteModel

/// How few files change with one host.
@Suite struct LocalityTests {
    /// 200 changes of one host each, one after the other, of a cluster with 150 hosts.
    ///
    /// With parts of ten to twenty hosts, far fewer than in earnest, 31 of the changes move a cut: then four parts at
    /// most have other bytes or another name. All the others change at most one part of each kind, and never the main
    /// file.
    @Test func changeOfAHostChangesNoOtherPart() throws {
        var (cluster, random) = (HostCluster(count: 150), SplitMix64(seed: 1))
        var (before, moved) = (try cluster.set(), 0)
        for change in 1...200 {
            cluster.changeOneHost(&random)
            let after = try cluster.set()
            if after.parts.map(\.name) == before.parts.map(\.name) {
                expectLocal(change, before, after)
            } else {
                moved += 1
                expectFewMoves(change, before, after)
            }
            before = after
        }
        #expect(moved <= 31, "\(moved) changes moved a cut")
    }

    private func expectLocal(_ change: Int, _ before: ConfigFileSet, _ after: ConfigFileSet) {
        let changed = zip(before.parts, after.parts).filter { $0 != $1 }.map { kind(of: $0.0) }
        #expect(after.main == before.main, "change \(change)")
        #expect(Set(changed).count == changed.count, "change \(change): \(changed)")
    }

    private func expectFewMoves(_ change: Int, _ before: ConfigFileSet, _ after: ConfigFileSet) {
        let kept = Set(before.parts).intersection(after.parts).count
        #expect(after.parts.count - kept <= 4, "change \(change)")
    }

    /// What a part holds: lines, upstreams or servers.
    private func kind(of part: ConfigFile) -> String {
        let word = part.bytes.split { $0 == 0x20 || $0 == 0x0A }.first ?? []
        let text = String(decoding: word, as: UTF8.self)
        return ["upstream", "server"].contains(text) ? text : "line"
    }
}

/// A third of the hosts are lines with an address, a third lines with an upstream; the others have servers with an
/// upstream, half of them one that they share.
private struct HostCluster {
    /// How many tasks each host has, by its number.
    private var tasks: [Int: Int] = [:]

    init(count: Int) {
        for number in 0..<count { tasks[number] = 1 + number % 3 }
    }

    /// Scales, adds or removes a host.
    mutating func changeOneHost(_ random: inout SplitMix64) {
        let number = Int.random(in: 0..<300, using: &random)
        if let count = tasks[number] {
            tasks[number] = random.once(in: 3) ? nil : count + 1
        } else {
            tasks[number] = 1 + number % 3
        }
    }

    func set() throws -> ConfigFileSet {
        let file = try conf()
        let set = split(file, limit: 12_000)
        #expect(set.joined == file)
        #expect(set.files.allSatisfy { $0.bytes.count <= 12_000 })
        return set
    }

    private func conf() throws -> [UInt8] {
        let settings = try readSettings(Array("[Extensions.x]\n[Extensions.x.Config]\nUpstreamZoneSize = 4096\n".utf8))
        let snapshot = try readSnapshot(Array(snapshot.utf8))
        let template = try Self.template.get()
        let table = route(snapshot, under: settings).tables[0]
        return try compile(table, with: ProxyOptions(settings.extensions[0], for: template), by: template)
    }

    private static let template = Result { try ConfigTemplate.builtIn() }

    private var snapshot: String {
        let services = tasks.keys.sorted().map(service).joined(separator: ",")
        let all = tasks.sorted { $0.key < $1.key }.flatMap { number, count in
            (0..<count).map { task(number, $0) }
        }
        let networks = #"[{"Id": "n", "Name": "net", "Scope": "swarm", "Driver": "overlay"}]"#
        return #"{"services": [\#(services)], "networks": \#(networks), "tasks": [\#(all.joined(separator: ","))]}"#
    }

    private func service(_ number: Int) -> String {
        // Names that spread over the alphabet, so that a new host falls between others.
        let host = "\(String(number &* 7_919 % 46_656, radix: 36)).example.org"
        let path = number % 3 == 2 ? #", "com.docker.lb.context_root": "/app""# : ""
        let rewrite = number % 6 == 2 ? #", "com.docker.lb.context_root_rewrite": "true""# : ""
        return #"""
            {"ID": "s\#(number)", "Spec": {"Name": "s\#(number)", "TaskTemplate": {"Networks": [{"Target": "n"}]},
             "Labels": {"com.docker.lb.hosts": "\#(host)", "com.docker.lb.port": "80"\#(path)\#(rewrite)}}}
            """#
    }

    private func task(_ number: Int, _ index: Int) -> String {
        #"""
        {"ServiceID": "s\#(number)", "DesiredState": "running", "Status": {"State": "running"},
         "NetworksAttachments": [{"Network": {"ID": "n"}, "Addresses": ["10.\#(index).\#(number / 250).\#(number % 250 + 1)/8"]}]}
        """#
    }
}
