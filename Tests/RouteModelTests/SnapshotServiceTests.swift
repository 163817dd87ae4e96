import Testing

@testable import RouteModel

/// What is kept of services, whatever shape their members have (reference sections 10.1 and 10.8).
struct SnapshotServiceTests {
    private static let labels = #""Labels":{"com.docker.lb.hosts":"a.example"}"#

    private func service(_ members: String, id: String = #""ID":"s1","#) throws -> Service {
        let services = try services("{\(id)\"Spec\":{\"Name\":\"web\",\(Self.labels)\(members)}}")
        return try #require(services.first)
    }

    @Test func keepsIDNameAndLabels() throws {
        let read = try services(
            #"""
            {"Spec":{"Labels":{"com.docker.lb.port":"80","other":"x","com.docker.stack.namespace":"st",
            "com.docker.lb.hosts":"","com.docker.lb.nonsense":"y","com.docker.lb.":"z"},"Name":"w\u00e9b"},"ID":"s1"}
            """#)
        #expect(read.map(\.name) == ["wéb"])
        #expect(read.map(\.idText) == ["s1"])
        #expect(read[0].labels.values == [.port: "80", .hosts: ""])
        #expect(read[0].labels.unknown == ["com.docker.lb.nonsense", "com.docker.lb."])
        #expect(read[0].labels.stack == "st")
    }

    @Test(arguments: [
        #"{"ID":"s1","Spec":{"Name":"web","Labels":null}}"#,
        #"{"ID":"s1","Spec":{"Name":"web","Labels":{}}}"#,
        #"{"ID":"s1","Spec":{"Name":"web","Labels":["com.docker.lb.hosts"]}}"#,
        #"{"ID":"s1","Spec":{"Name":"web","Labels":{"com.docker.stack.namespace":"st","COM.DOCKER.LB.HOSTS":"a"}}}"#,
        #"{"ID":"s1","Spec":{"Name":"web","Labels":{"com.docker.stack.namespace":5}}}"#,
        #"{"ID":"s1","Spec":{"Name":"web"},"PreviousSpec":{"Name":"old","Labels":{"com.docker.lb.hosts":"a"}}}"#,
        #"{"ID":"s1","Spec":{"Name":"web","TaskTemplate":{"ContainerSpec":{"Labels":{"com.example.hosts":"a"}}}}}"#,
        #"{"ID":"s1","Spec":null}"#, #"{"ID":"s1"}"#,
    ])
    func leavesOutServicesWithoutLabels(_ json: String) throws {
        #expect(try services(json).isEmpty)
    }

    @Test(arguments: ["7", "true", "null", "{}", "[\"a\"]"])
    func aLabelThatIsNoTextCostsThatLabel(_ value: String) throws {
        let read = try services(
            #"{"ID":"s1","Spec":{"Name":"web","Labels":{"com.docker.lb.hosts":"a","com.docker.lb.port":\#(value)}}}"#)
        #expect(read.first?.labels.values == [.hosts: "a"])
        #expect(read.first?.labels.notText == ["com.docker.lb.port"])
    }

    @Test(arguments: [
        #""com.docker.lb.port":"1","com.docker.lb.port":"1""#,
        #""com.docker.lb.port":"1","com.docker.lb.p\u006frt":"2""#,
        #""com.docker.lb.port":1,"com.docker.lb.port":"2""#,
        #""com.docker.lb.port":"1","com.docker.lb.port":null"#,
        #""com.docker.lb.none":"1","com.docker.lb.none":"1""#,
        #""com.docker.lb.none":1,"com.docker.lb.none":2"#,
        #""com.docker.stack.namespace":"a","com.docker.stack.namespace":"a""#,
        #""com.docker.stack.namespace":null,"com.docker.stack.namespace":"a""#,
    ])
    func refusesALabelGivenTwice(_ labels: String) throws {
        let error = refusal(of: Array("{\"services\":[{\"Spec\":{\"Labels\":{\(labels)}}}]}".utf8))
        #expect(error.contains(" the label \"com.docker."))
        #expect(error.hasSuffix("\" is given twice in one object"))
    }

    @Test func labelsOfOthersMayStandTwice() throws {
        let read = try services(
            #"{"ID":"s1","Spec":{"Name":"web","Labels":{"x":"1","x":"2","com.docker.lb.port":"80"}}}"#)
        #expect(read.first?.labels.values == [.port: "80"])
    }

    @Test(arguments: [
        (#""ID":"s1","Spec":{"Labels":{"com.docker.lb.hosts":"a"}}"#, Origin.snapshot),
        (#""ID":"s1","Spec":{"Name":7,"Labels":{"com.docker.lb.hosts":"a"}}"#, .snapshot),
        (#""ID":"","Spec":{"Name":"web","Labels":{"com.docker.lb.hosts":"a"}}"#, .service("web")),
        (#""ID":null,"Spec":{"Name":"web","Labels":{"com.docker.lb.hosts":7}}"#, .service("web")),
    ])
    func aServiceWithoutIDOrNameCostsThatService(_ members: String, _ origin: Origin) throws {
        let json = "{\"services\":[{\(members)},{\"ID\":\"s2\",\"Spec\":{\"Name\":\"b\",\(Self.labels)}}]}"
        let snapshot = try readSnapshot(Array(json.utf8))
        #expect(snapshot.services.map(\.name) == ["b"])
        #expect(snapshot.diagnostics.map(\.code) == [.serviceIncomplete])
        #expect(snapshot.diagnostics.map(\.origin) == [origin])
    }

    // MARK: Networks

    @Test(
        arguments: [
            (#""TaskTemplate":{"Networks":[{"Target":"n1"},{"Target":"n2","Aliases":["x"]}]}"#, ["n1", "n2"]),
            (#""TaskTemplate":{"Networks":[{"Target":"web_default"}]},"Networks":[{"Target":"n2"}]"#, ["web_default"]),
            (#""Networks":[{"Target":"n2"}],"TaskTemplate":{"Networks":[{"Target":"n1"}]}"#, ["n1"]),
            (#""TaskTemplate":{"Networks":[]},"Networks":[{"Target":"n2"}]"#, ["n2"]),
            (#""TaskTemplate":{"Networks":null},"Networks":[{"Target":"n2"}]"#, ["n2"]),
            (#""TaskTemplate":{},"Networks":[{"Target":"n2"},{"Target":"n2"}]"#, ["n2"]),
            (#""TaskTemplate":null,"Networks":[{},null,{"Target":""},{"Target":7},"n",{"Target":"n3"}]"#, ["n3"]),
            (#""TaskTemplate":{"Networks":{"Target":"n1"}}"#, []),
        ] as [(String, [ByteString])])
    func keepsTheNetworksItNames(_ members: String, _ expected: [ByteString]) throws {
        let json = "{\"services\":[{\"ID\":\"s1\",\"Spec\":{\"Name\":\"web\",\(Self.labels),\(members)}}]}"
        let snapshot = try readSnapshot(Array(json.utf8))
        #expect(snapshot.texts(Array(snapshot.services[0].networks)) == expected)
    }

    // MARK: Ports and modes

    @Test(
        arguments: [
            (
                #","EndpointSpec":{"Mode":"vip","Ports":[{"TargetPort":80,"PublishedPort":1},{"TargetPort":443}]}"#,
                [80, 443]
            ),
            (
                #","EndpointSpec":{"Ports":[{"TargetPort":80},{"TargetPort":80},{"TargetPort":"81"},{"TargetPort":8e1}]}"#,
                [80]
            ),
            (#","EndpointSpec":{"Ports":null}"#, []), (#","EndpointSpec":null"#, []), (#","EndpointSpec":{}"#, []),
            ("", []),
        ] as [(String, [Int])])
    func keepsTargetPorts(_ members: String, _ expected: [Int]) throws {
        #expect(Array(try service(members).targetPorts) == expected)
    }

    @Test(arguments: [
        (#","Mode":{"ReplicatedJob":{"MaxConcurrent":1}}"#, true), (#","Mode":{"GlobalJob":{}}"#, true),
        (#","Mode":{"Replicated":{"Replicas":3}}"#, false), (#","Mode":{"Global":{}}"#, false),
        (#","Mode":null"#, false),
        (#","Mode":{"ReplicatedJob":null,"Replicated":{}}"#, false), ("", false),
    ])
    func tellsJobs(_ members: String, _ isJob: Bool) throws {
        #expect(try service(members).isJob == isJob)
    }

    @Test(arguments: [
        #","Unknown":{"Name":"x","Labels":{"com.docker.lb.hosts":"x"}},"UpdateConfig":null"#,
        #","UpdateStatus":{"State":"rollback_started"},"EndpointSpec":{"Mode":"dnsrr","X":[{"TargetPort":1}]}"#,
        #","Mode":{"Global":{"X":1}},"TaskTemplate":{"X":{"Networks":[{"Target":"x"}]},"ContainerSpec":null}"#,
    ])
    func passesOverWhatItDoesNotKnow(_ members: String) throws {
        let ends =
            #""Endpoint":{"VirtualIPs":null,"Ports":[{"TargetPort":9}]},"PreviousSpec":{"Name":1,"Name":2},"ID":"s1","#
        #expect(try service(members, id: ends).kept == service("").kept)
    }
}
