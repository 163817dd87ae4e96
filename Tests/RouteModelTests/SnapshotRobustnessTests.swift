import Testing

@testable import RouteModel

/// No input may trap, and where the windows of a snapshot end changes nothing.
struct SnapshotRobustnessTests {
    private static let document = Array(
        #"""
        {"x": [-1.5e+3, true, {"a\n": null}], "services": [{"ID": "s1", "Spec": {"Name": "w\u00e9b\ud83d\ude00",
          "Labels": {"com.docker.lb.hosts": "é.example,b.example", "com.docker.lb.p\u006frt": "80",
            "com.docker.lb.odd": 7, "com.docker.stack.namespace": "st"},
          "TaskTemplate": {"Networks": [{"Target": "n1"}, {"Target": "n2"}]}, "Mode": {"Replicated": {"Replicas": 1}},
          "EndpointSpec": {"Ports": [{"TargetPort": 8080}]}}, "PreviousSpec": {"Name": "old"}},
         {"Spec": {"Name": "lost", "Labels": {"com.docker.lb.hosts": ""}}}],
        "tasks": [{"ServiceID": "s1", "Slot": 1, "Status": {"State": "running"}, "DesiredState": "running",
          "NetworksAttachments": [{"Network": {"ID": "n1", "Spec": {"Name": "st_default", "Labels": {"k": "v"}},
            "DriverState": {"Name": "overlay"}}, "Addresses": ["10.0.1.3/24", "fd00::3/64"]}]}],
        "networks": [{"Name": "net", "Id": "n2", "Scope": "swarm", "Driver": "overlay", "Ingress": false,
          "Labels": {"com.docker.network": "é"}, "IPAM": {"Config": null}}]}
        """#.utf8)

    @Test func theDocumentItselfIsRead() throws {
        let read = try readSnapshot(Self.document)
        #expect(read.services.map(\.name) == ["wéb😀"])
        #expect(read.services.map { Array($0.targetPorts) } == [[8080]])
        #expect(read.services.first?.labels.values == [.hosts: "é.example,b.example", .port: "80"])
        #expect(read.places == ["s1@n1 10.0.1.3"])
        #expect(read.network("n1") == Network(name: "st_default", isRoutable: true))
        #expect(read.network("n2") == Network(name: "net", isRoutable: true))
        #expect(read.diagnostics.count == 1)
    }

    @Test(arguments: [16, 17, 19, 23, 31, 32, 48, 64, 100])
    func windowsOfEverySizeReadTheSame(_ window: Int) throws {
        let whole = try readSnapshot(Self.document)
        for piece in [1, 2, 3, 7, .max] {
            let read = try snapshot(from: Self.document, window: window, inPiecesOf: piece)
            #expect(read.kept == whole.kept)
        }
        for lead in 1...16 {
            let shifted = [UInt8](repeating: UInt8(ascii: "\n"), count: lead) + Self.document
            #expect(try snapshot(from: shifted, window: window).kept == whole.kept)
        }
    }

    @Test func everyPrefixIsRefused() {
        for count in Self.document.indices {
            let prefix = Array(Self.document[..<count])
            let whole = result { () throws(SnapshotError) in try readSnapshot(prefix) }
            let cut = result { () throws(SnapshotError) in try snapshot(from: prefix, window: 16, inPiecesOf: 5) }
            #expect(throws: SnapshotError.self) { try whole.get() }
            #expect(whole == cut)
        }
    }

    @Test(arguments: Array("\"\\[]{}:,0-.eu\n t".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xF4, 0xFF])
    func everyDamagedByteIsReadOrRefused(_ damage: UInt8) {
        for place in Self.document.indices {
            var document = Self.document
            document[place] = damage
            let whole = result { () throws(SnapshotError) in try readSnapshot(document) }
            let cut = result { () throws(SnapshotError) in try snapshot(from: document, window: 16) }
            #expect(whole == cut)
        }
    }

    /// What stands in one object or list is told apart in about the same time each, however much there is.
    @Test(.timeLimit(.minutes(1)))
    func hugeListsAreReadInTime() throws {
        let numbers = Array(1...100_000) + Array(1...100_000)
        let labels = numbers.prefix(100_000).map { "\"com.docker.lb.\($0)\":\"\"" }.joined(separator: ",")
        let networks = numbers.map { "{\"Target\":\"n\($0)\"}" }.joined(separator: ",")
        let ports = numbers.map { "{\"TargetPort\":\($0)}" }.joined(separator: ",")
        let service = try services(
            """
            {"ID":"s1","Spec":{"Name":"web","Labels":{\(labels)},"Networks":[\(networks)],
            "EndpointSpec":{"Ports":[\(ports)]}}}
            """)[0]
        #expect(service.labels.unknown.count == 100_000)
        #expect(service.networks.count == 100_000)
        #expect(Array(service.targetPorts) == Array(1...100_000))
    }

    /// What was kept, or why nothing was.
    private func result(_ read: () throws(SnapshotError) -> Snapshot) -> Result<[AnyHashable], SnapshotError> {
        Result { () throws(SnapshotError) in try read().kept }
    }
}
