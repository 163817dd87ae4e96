import Testing

@testable import RouteModel

/// What a constraint means to Swarm's scheduler.
@Suite struct PlacementConstraintTests {
    private let node = Node(
        address: IPAddress(Array("172.20.0.4".utf8)), hostname: "Worker1", role: "worker", operatingSystem: "linux",
        architecture: "x86_64", labels: ["region": "East", "com.example.a-b": "true"], engineLabels: ["disk": "ssd"])

    @Test(arguments: [
        "node.id==n1", "node.ID == N1", "node.id!=n2", "node.hostname==worker1", "node.hostname != worker2",
        "node.role==worker", "node.role!=manager", "node.platform.os==Linux", "node.platform.arch == x86_64",
        "node.labels.region==east", "NODE.LABELS.region==EAST", "  node.labels.region  ==  east  ",
        "node.labels.com.example.a-b==true", "node.labels.Region!=east", "node.labels.none!=x",
        "engine.labels.disk==ssd",
        "engine.labels.region!=east", "node.ip==172.20.0.4", "node.ip!=172.20.0.5", "node.ip==172.20.0.0/16",
        "node.ip!=10.0.0.0/8", "node.ip!=fd00::/8",
    ])
    func isMet(_ text: String) throws { #expect(try #require(PlacementConstraint(text)).allows(node, id: "n1")) }

    @Test(arguments: [
        "node.id==n", "node.hostname!=WORKER1", "node.role==manager", "node.platform.os!=linux",
        "node.labels.Region==east", "node.labels.none==x", "engine.labels.disk!=SSD", "node.ip==172.20.0.40",
        "node.ip!=172.20.0.0/16", "node.ip==fd00::/8",
    ])
    func isNotMet(_ text: String) throws { #expect(try !#require(PlacementConstraint(text)).allows(node, id: "n1")) }

    @Test(arguments: [
        "", "==", "node.role", "node.role=worker", "node.role==", "node.role== ", "==worker", "node.rolle==worker",
        "node.labels.==x", "node.labels.a/b==x", "1node.role==worker", "node.role==wörker", "node.role==a;b",
        "node.role!=a==b", "node.ip==here", "node.ip==10.0.0.0/33", "labels.region==east",
    ])
    func isNone(_ text: String) { #expect(PlacementConstraint(text) == nil) }

    @Test func nodeThatTellsNothingMeetsExclusionsAlone() throws {
        for subject in ["node.hostname", "node.role", "node.platform.os", "node.labels.x", "engine.labels.x"] {
            #expect(try !#require(PlacementConstraint("\(subject)==x")).allows(Node(), id: "n1"))
            #expect(try #require(PlacementConstraint("\(subject)!=x")).allows(Node(), id: "n1"))
        }
        #expect(try !#require(PlacementConstraint("node.ip==10.0.0.1")).allows(Node(), id: "n1"))
        #expect(try #require(PlacementConstraint("node.ip!=10.0.0.1")).allows(Node(), id: "n1"))
    }

    @Test(arguments: [
        ("spread=node.labels.az", "node.labels.az"), ("node.labels.az", "node.labels.az"),
        (" Spread= engine.labels.disk ", "engine.labels.disk"),
    ])
    func preferenceIsWrittenEitherWay(_ text: String, _ descriptor: String) {
        #expect(PlacementPreference(text)?.descriptor == descriptor)
    }

    @Test(arguments: ["", "spread=", "spread=node.hostname", "binpack=node.labels.az", "node.labels."])
    func preferenceIsNone(_ text: String) { #expect(PlacementPreference(text) == nil) }
}
