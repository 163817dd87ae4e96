import Testing

/// Hosts of the same needs share a server block: each is served by its own service and no other.
@Suite(.needsNginx)
struct SharedServerTests {
    private static let names = ["a", "b", "c"]

    /// Services with these labels, each with a host and a task of its own.
    private static func services(_ labels: [String: String]) -> [SampleService] {
        names.enumerated().map { index, name in
            SampleService(
                name, labels.merging(["hosts": "\(name).example.org"]) { own, _ in own }, at: "10.0.9.\(3 + index)")
        }
    }

    private static let needs: [[String: String]] = [
        ["client_max_body_size": "1k"], ["websocket_endpoints": "/ws"], ["context_root": "/app"],
        ["read_timeout": "5s", "buffering": "false"],
    ]

    @Test(arguments: needs)
    func eachHostHasItsOwnService(_ labels: [String: String]) throws {
        let cluster = SampleCluster(Self.services(labels))
        let conf = try cluster.conf()
        #expect(conf.containsText("server_name a.example.org;\n        server_name b.example.org;"))
        let path = labels["context_root"] ?? "/"
        try cluster.serving { cluster in
            for name in Self.names {
                let backend = try cluster.backend(answering: path, host: "\(name).example.org")
                #expect(backend == "\(name).1")
                let other = try cluster.backend(answering: path, host: "\(name.uppercased()).EXAMPLE.org:80")
                #expect(other == "\(name).1")
            }
            let unknown = try cluster.client.get(path, host: "d.example.org")
            #expect(unknown.status == 503)
        }
    }

    /// A client may be shown the certificate of one host and then ask for another.
    @Test(arguments: needs)
    func certificateOpensNoOtherHost(_ labels: [String: String]) throws {
        let secure = Self.services(labels.merging(["ssl_cert": "one.pem"]) { own, _ in own })
        let plain = SampleService("plain", ["hosts": "plain.example.org"], at: "10.0.9.9")
        let path = labels["context_root"] ?? "/"
        try SampleCluster(secure + [plain]).serving { cluster in
            for name in Self.names {
                let host = "\(name).example.org"
                let (certificate, answer) = try cluster.tlsClient.get(path, host: host, naming: "a.example.org")
                #expect(certificate == "one")
                #expect(Echo(answer)?.backend == "\(name).1")
                let backend = try cluster.backend(answering: path, host: host)
                #expect(backend == "\(name).1")
            }
            for host in ["plain.example.org", "unknown.example.org"] {
                let (_, answer) = try cluster.tlsClient.get(path, host: host, naming: "a.example.org")
                #expect(answer.status == 421)
            }
        }
    }

    /// The limit of one is nobody else's, in whatever order they stand.
    @Test func limitsHoldForTheirHostsAlone() throws {
        let services = zip(Self.services([:]), ["1k", "2k", "1k"]).map { service, size in
            SampleService(
                service.name, service.labels.merging(["client_max_body_size": size]) { $1 },
                at: service.tasks[0].address)
        }
        try SampleCluster(services).serving { cluster in
            let body = [UInt8](repeating: UInt8(ascii: "x"), count: 1_500)
            let statuses = try Self.names.map { name in
                let host = HTTPHeader(name: "Host", value: "\(name).example.org")
                return try cluster.client.send("POST", "/", [host], body: body).status
            }
            #expect(statuses == [413, 200, 413])
        }
    }

    /// A wildcard that has a server does not take hosts below it along that are lines otherwise.
    @Test func hostBelowASharedWildcardKeepsItsService() throws {
        let wide = SampleService("wide", ["hosts": "*.example.org", "client_max_body_size": "1k"], at: "10.0.9.3")
        let narrow = SampleService("narrow", ["hosts": "narrow.example.org"], at: "10.0.9.4")
        try SampleCluster(wide, narrow).serving { cluster in
            let backends = try ["any", "narrow"].map { try cluster.backend(host: "\($0).example.org") }
            #expect(backends == ["wide.1", "narrow.1"])
        }
    }
}
