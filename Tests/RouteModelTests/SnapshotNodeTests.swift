import Testing

@testable import RouteModel

/// What is kept of nodes, secrets, config objects and running proxies (sections 7.1, 10.4, 10.5).
@Suite struct SnapshotNodeTests {
    private func read(_ members: String) throws -> Snapshot {
        try readSnapshot(Array("{\"services\":[],\(members)}".utf8))
    }

    private func node(_ members: String) throws -> Node? {
        try read("\"nodes\":[{\"ID\":\"n1\",\(members)}]").nodes.first?.value
    }

    @Test func keepsWhatConstraintsAskFor() throws {
        let node = try node(
            #"""
            "Spec":{"Labels":{"region":"east","empty":""},"Role":"worker","Availability":"active"},
            "Description":{"Hostname":"w1","Platform":{"Architecture":"x86_64","OS":"linux"},
            "Engine":{"EngineVersion":"20.10","Labels":{"disk":"ssd"}}},
            "Status":{"State":"ready","Addr":"172.20.0.4"}
            """#)
        let expected = Node(
            address: IPAddress(Array("172.20.0.4".utf8)), hostname: "w1", role: "worker", operatingSystem: "linux",
            architecture: "x86_64", labels: ["region": "east", "empty": ""], engineLabels: ["disk": "ssd"])
        #expect(node == expected)
    }

    @Test(arguments: [
        (#""Spec":{"Availability":"active"},"Status":{"State":"ready"}"#, true),
        (#""Spec":{"Availability":"drain"},"Status":{"State":"ready"}"#, false),
        (#""Spec":{"Availability":"pause"}"#, false), (#""Status":{"State":"down"}"#, false), (#""Spec":null"#, true),
    ])
    func knowsWhereTasksStart(_ members: String, _ takesTasks: Bool) throws {
        #expect(try node(members)?.takesTasks == takesTasks)
    }

    @Test func knowsTheIDsOfSecrets() throws {
        let snapshot = try read(#""secrets":[{"ID":"i1","Spec":{"Name":"cert"}},{"Spec":{"Name":"key"}},{"ID":"i3"}]"#)
        #expect(snapshot.secrets?.count == 2)
        #expect(try snapshot.id(of: #require(SecretName(Array("cert".utf8)))) == "i1")
        #expect(try read(#""secrets":null"#).secrets == nil)
    }

    @Test func knowsTheConfigObjectsOfProxiesAlone() throws {
        let name: ByteString = "com.docker.interlock.proxy.0123"
        let snapshot = try read(
            #""configs":[{"ID":"c1","Spec":{"Name":"other","Data":"AA=="}},{"ID":"c2","Spec":{"#
                + #""Name":"com.docker.interlock.proxy.0123","Data":"AA=="}}]"#)
        #expect(snapshot.configs == [name: "c2"])
        #expect(snapshot.id(ofConfig: name) == "c2")
    }

    @Test func knowsTheNetworksOfRunningProxies() throws {
        let snapshot = try readSnapshot(
            Array(
                #"""
                {"services":[{"ID":"p","Spec":{"Name":"proxy","Labels":{"type":"com.docker.interlock.core.proxy"},
                "TaskTemplate":{"Networks":[{"Target":"n1"},{"Target":"n2"}]}}},
                {"ID":"q","Spec":{"Name":"other","Labels":{"type":"something"}}}]}
                """#.utf8))
        #expect(snapshot.services.isEmpty)
        #expect(Array(snapshot.proxies.keys) == ["proxy"])
        #expect(snapshot.proxies["proxy"].map { snapshot.texts($0.networks) } == ["n1", "n2"])
    }
}
