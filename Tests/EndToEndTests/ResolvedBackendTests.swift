import Glibc
import Testing

/// Services whose tasks are asked for by name when a request comes (`backend_mode=dns`).
@Suite(.needsNginx)
struct ResolvedBackendTests {
    private let host = "app.example.org"
    /// What becomes of the label `port`: where all tasks of the service listen.
    private let port: UInt16
    private let tasks: [Endpoint]

    init() throws {
        port = try FreePort.on("127.0.2.1")
        tasks = ["127.0.2.1", "127.0.2.2", "127.0.2.3"].map { [port] in Endpoint($0, port) }
    }

    /// A line of the table, a server block with a path, and one with an endpoint.
    static let layouts: [[String: String]] = [[:], ["context_root": "/app"], ["websocket_endpoints": "/ws"]]

    /// Runs three tasks, a DNS server that knows the first, and a proxy, while `body` lasts.
    private func serving(_ labels: [String: String], _ body: (ServedCluster, DNSServer) throws -> Void) throws {
        let backends = try tasks.enumerated().map { try Backend("web.\($0 + 1)", on: $1) }
        defer { backends.forEach { $0.stop() } }
        let server = try DNSServer(["tasks.web": [tasks[0].address]])
        defer { server.stop() }
        let own = ["hosts": host, "port": "\(port)", "backend_mode": "dns"]
        let cluster = SampleCluster(SampleService("web", own.merging(labels) { $1 }))
            .under(config: ["Resolver = \"\(server.endpoint)\"", "ResolverValid = \"1s\""])
        try cluster.serving { try body($0, server) }
    }

    @Test(arguments: layouts)
    func requestsFollowTheAnswersWithoutAFailure(_ labels: [String: String]) throws {
        let path = labels["context_root"] ?? "/"
        try serving(labels) { cluster, server in
            var seen: [String] = []
            for (tasks, patience) in [([1], Duration.milliseconds(300)), ([2, 3], .milliseconds(2300))] {
                server.set("tasks.web", to: tasks.map { self.tasks[$0 - 1].address })
                let turn = Deadline(after: patience)
                while !turn.hasPassed {
                    seen.append(try cluster.backend(answering: path, host: host) ?? "nobody")
                    usleep(2000)
                }
            }
            #expect(Set(seen) == ["web.1", "web.2", "web.3"])
            #expect(Set(seen.prefix(20)) == ["web.1"], "before the change")
            #expect(Set(seen.suffix(20)) == ["web.2", "web.3"], "after it, and once the older answer has expired")
            #expect(server.questionCount < seen.count / 10, "an answer counts for a second")
        }
    }

    @Test func requestKeepsItsPathAndHeaders() throws {
        try serving([:]) { cluster, _ in
            let echo = try #require(Echo(try cluster.client.get("/a%20b/c?d=%2F", host: host)))
            #expect(echo.requestLine == "GET /a%20b/c?d=%2F HTTP/1.1")
            #expect(echo.headers.values(of: "Host") == [host])
            #expect(echo.headers.values(of: "X-Real-IP") == ["127.0.0.1"])
        }
    }

    @Test func nameThatDoesNotExistIsABadGateway() throws {
        try serving([:]) { cluster, server in
            server.set("tasks.web", to: [])
            let status = try cluster.client.get(host: host).status
            #expect(status == 502)
        }
    }
}
