import Testing

@testable import RouteModel

/// What is kept of tasks and of the networks that they and the list of networks tell of (sections 10.2, 10.3, 10.8).
struct SnapshotTaskTests {
    private static let running = #""ServiceID":"s","Status":{"State":"running"},"DesiredState":"running""#

    private func read(tasks: String = "", networks: String = "") throws -> Snapshot {
        try readSnapshot(Array("{\"tasks\":[\(tasks)],\"networks\":[\(networks)],\"services\":[]}".utf8))
    }

    @Test(arguments: [
        (#"{"ServiceID":"s","Status":{"State":"running"},"DesiredState":"running"}"#, 1),
        (#"{"DesiredState":"running","Status":{"Err":"x","State":"running"},"X":{"State":1},"ServiceID":"s"}"#, 1),
        (#"{"ServiceID":"s","Status":{"State":"running"},"DesiredState":"shutdown"}"#, 0),
        (#"{"ServiceID":"s","Status":{"State":"shutdown"},"DesiredState":"shutdown"}"#, 0),
        (#"{"ServiceID":"s","Status":{"State":"starting"},"DesiredState":"running"}"#, 0),
        (#"{"ServiceID":"s","Status":{"State":"running "},"DesiredState":"running"}"#, 0),
        (#"{"ServiceID":"s","Status":{"State":null},"DesiredState":"running"}"#, 0),
        (#"{"ServiceID":"s","Status":null,"DesiredState":"running"}"#, 0),
        (#"{"ServiceID":"s","Status":{"State":"running"}}"#, 0),
        (#"{"ServiceID":"","Status":{"State":"running"},"DesiredState":"running"}"#, 0),
        (#"{"ServiceID":null,"Status":{"State":"running"},"DesiredState":"running"}"#, 0),
        (#"{"Status":{"State":"running"},"DesiredState":"running"}"#, 0),
    ])
    func keepsTasksThatRunAndShallRun(_ task: String, _ count: Int) throws {
        #expect(try read(tasks: task).tasks.count == count)
    }

    @Test(
        arguments: [
            ("", []), (#","NetworksAttachments":null"#, []), (#","NetworksAttachments":[]"#, []),
            (#","NetworksAttachments":{"Network":{"ID":"n"}}"#, []),
            (#","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["10.0.1.3/24"]}]"#, ["s@n 10.0.1.3"]),
            (#","NetworksAttachments":[{"Addresses":["10.0.1.3/24"],"Network":{"ID":"n"}}]"#, ["s@n 10.0.1.3"]),
            (#","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":[]}]"#, ["s@n none"]),
            (#","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":null}]"#, ["s@n none"]),
            (#","NetworksAttachments":[{"Network":{"ID":"n"}}]"#, ["s@n none"]),
            (
                #","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["10.0.1.3/24","fd00:1::3/64"]}]"#,
                ["s@n 10.0.1.3"]
            ),
            (
                #","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["fd00:1::3/64","10.0.1.3/24"]}]"#,
                ["s@n 10.0.1.3"]
            ),
            (
                #","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["fd00:1::3/64","fd00:1::4/64"]}]"#,
                ["s@n fd00:1::3"]
            ),
            (
                #","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":[null,7,"","10.0.1","127.0.0.1/8","10.0.1.4"]}]"#,
                ["s@n 10.0.1.4"]
            ),
            (
                #","NetworksAttachments":[{"Network":{"ID":"n"},"Addresses":["10.0.1.3/24"]},"#
                    + #"{"Network":{"ID":"m"},"Addresses":["10.0.2.3/24"]},{"Network":{"ID":"n"},"Addresses":["10.0.1.9/24"]}]"#,
                ["s@n 10.0.1.3", "s@m 10.0.2.3", "s@n 10.0.1.9"]
            ),
            (#","NetworksAttachments":[{"Network":{},"Addresses":["10.0.1.3/24"]},{},null,{"Network":null}]"#, []),
            (
                #","X":{"NetworksAttachments":[{}]},"NetworksAttachments":[{"X":1,"Network":{"X":{},"ID":"n"}}]"#,
                ["s@n none"]
            ),
        ] as [(String, [String])])
    func keepsAttachments(_ members: String, _ expected: [String]) throws {
        #expect(try read(tasks: "{\(Self.running)\(members)}").places == expected)
    }

    @Test func keepsTasksOfUnknownServicesForTheRouterToDrop() throws {
        let read = try read(tasks: #"{"ServiceID":"gone","Status":{"State":"running"},"DesiredState":"running"}"#)
        #expect(read.texts(read.tasks.map(\.service)) == ["gone"])
    }

    // MARK: Networks

    private func attached(_ network: String) -> String {
        "{\(Self.running),\"NetworksAttachments\":[{\"Network\":{\(network)}}]}"
    }

    @Test(
        arguments: [
            (#""ID":"n","Spec":{"Name":"net","Scope":"swarm"},"DriverState":{"Name":"overlay"}"#, "net", true),
            (#""DriverState":{"Name":"overlay"},"Spec":{"Labels":null,"Name":"net"},"ID":"n""#, "net", true),
            (#""ID":"n","Spec":{"Name":"net"}"#, "net", true),
            (#""ID":"n","Spec":{"Name":"net","Scope":"local"}"#, "net", false),
            (#""ID":"n","Spec":{"Name":"net"},"DriverState":{"Name":"bridge"}"#, "net", false),
            (#""ID":"n","Spec":{"Name":"net","Ingress":true}"#, "net", false),
            (#""ID":"n","Spec":{"Name":"net","Ingress":false}"#, "net", true),
            (#""ID":"n","Spec":{"Name":"ingress"}"#, "ingress", false),
            (#""ID":"n","Spec":{"Name":"net","Labels":{"com.docker.swarm.internal":"true"}}"#, "net", false),
        ] as [(String, ByteString, Bool)])
    func keepsTheNetworkOfAnAttachment(_ members: String, _ name: ByteString, _ isRoutable: Bool) throws {
        #expect(try read(tasks: attached(members)).network("n") == Network(name: name, isRoutable: isRoutable))
    }

    @Test(arguments: [
        (#""Id":"n","Name":"net","Scope":"swarm","Driver":"overlay","Ingress":false,"Labels":{}"#, true),
        (#""Labels":null,"Driver":"overlay","Scope":"swarm","Name":"net","Id":"n","Containers":{"Id":"x"}"#, true),
        (#""Id":"n","Name":"net""#, true),
        (#""Id":"n","Name":"net","Driver":"bridge","Scope":"local""#, false),
        (#""Id":"n","Name":"net","Scope":null"#, false),
        (#""Id":"n","Name":"net","Driver":"overlay","Scope":"swarm","Ingress":true"#, false),
        (#""Id":"n","Name":"net","Labels":{"com.docker.swarm.internal":"true"}"#, false),
    ])
    func keepsTheNetworksOfTheList(_ members: String, _ isRoutable: Bool) throws {
        #expect(try read(networks: "{\(members)}").network("n") == Network(name: "net", isRoutable: isRoutable))
    }

    @Test(arguments: [#""ID":"n","Name":"net""#, #""Id":"n""#, #""Id":"n","Name":null"#, #""Name":"net""#])
    func leavesOutNetworksWithoutIDOrName(_ members: String) throws {
        #expect(try read(networks: "{\(members)}").networks.isEmpty)
    }

    @Test func theListSaysMoreThanAttachmentsWhicheverComesFirst() throws {
        let tasks = "\"tasks\":[\(attached(#""ID":"n","Spec":{"Name":"attached","Scope":"swarm"}"#))]"
        let networks = #""networks":[{"Id":"n","Name":"listed","Scope":"local","Driver":"bridge"}]"#
        for members in [[tasks, networks], [networks, tasks]] {
            let json = "{\(members.joined(separator: ",")),\"services\":[]}"
            let snapshot = try readSnapshot(Array(json.utf8))
            #expect(snapshot.network("n") == Network(name: "listed", isRoutable: false))
        }
    }
}
