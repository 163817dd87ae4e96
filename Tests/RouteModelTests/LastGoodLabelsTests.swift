import Testing

@testable import RouteModel

@Suite struct LastGoodLabelsTests {
    private let settings = Result { try readSettings(Array("[Extensions.default]".utf8)) }

    private func snapshot(hosts: String, port: String = "80", updated: String) throws -> Snapshot {
        try readSnapshot(
            Array(
                #"""
                {"services":[{"ID":"s1","UpdatedAt":"\#(updated)","Spec":{"Name":"web","Labels":
                {"com.docker.lb.hosts":"\#(hosts)","com.docker.lb.port":"\#(port)"}}}]}
                """#.utf8))
    }

    /// The hosts that are routed after each of `snapshots`, and the warnings.
    private func carry(_ snapshots: [Snapshot]) throws -> [(hosts: ByteString?, warnings: [String])] {
        var labels = LastGoodLabels(under: try settings.get())
        return snapshots.map { snapshot in
            var snapshot = snapshot
            labels.replaceInvalidLabels(in: &snapshot)
            let warnings = snapshot.diagnostics.filter { $0.severity == .warning }.map(\.message)
            return (snapshot.services.first?.labels[.hosts], warnings)
        }
    }

    @Test func firstTimeIsToldAsLongAsTheLabelsAreInvalid() throws {
        let states = try carry([
            snapshot(hosts: "a.example", updated: "T1"), snapshot(hosts: "a:80", updated: "T2"),
            snapshot(hosts: "b:80", updated: "T3"), snapshot(hosts: "c.example", updated: "T4"),
            snapshot(hosts: "d:80", updated: "T5"),
        ])
        #expect(states.map(\.hosts) == ["a.example", "a.example", "a.example", "c.example", "c.example"])
        #expect(states[0].warnings.isEmpty && states[3].warnings.isEmpty)
        #expect(states[1].warnings[0].hasPrefix("its labels are invalid since T2;"))
        #expect(states[2].warnings[0].hasPrefix("its labels are invalid since T2;"))
        #expect(states[4].warnings[0].hasPrefix("its labels are invalid since T5;"))
    }

    @Test func unchangedServiceStaysTheSameObject() throws {
        var labels = LastGoodLabels(under: try settings.get())
        var good = try snapshot(hosts: "a.example", updated: "T1")
        labels.replaceInvalidLabels(in: &good)
        var (first, second) = (try snapshot(hosts: "a:80", updated: "T2"), try snapshot(hosts: "a:80", updated: "T2"))
        second.services = first.services
        labels.replaceInvalidLabels(in: &first)
        labels.replaceInvalidLabels(in: &second)
        #expect(first.services[0] === second.services[0])
    }

    @Test func nothingIsCarriedOverThatWasNeverValid() throws {
        let states = try carry([snapshot(hosts: "a:80", updated: "T1"), snapshot(hosts: "b:80", updated: "T2")])
        #expect(states.map(\.hosts) == ["a:80", "b:80"])
        #expect(states.allSatisfy { $0.warnings.isEmpty })
    }
}
