import Testing

/// What service clusters are for: two of them, each with a proxy that routes its own service and no other.
@Suite(.needsNginx)
struct TwoClustersTests {
    private let east = SampleTask(name: "demoeast.1", address: "10.0.9.3")
    private let west = SampleTask(name: "demowest.1", address: "10.0.10.3")

    private static let lineToHide = "HideInfoHeaders = false"

    /// Runs east's proxy and `demoeast`'s only task while `body` lasts.
    private func servingEast(
        answering headers: [HTTPHeader] = [], hidingInfoHeaders: Bool = false, _ body: (ServedCluster) throws -> Void
    ) throws {
        let conf = try conf(of: "east", hidingInfoHeaders: hidingInfoHeaders)
        try ServedCluster.serving(conf, tasks: [east], answering: headers, body)
    }

    private func servingBoth(_ body: (_ east: ServedCluster, _ west: ServedCluster) throws -> Void) throws {
        try servingEast { eastern in
            try ServedCluster.serving(try conf(of: "west"), tasks: [west]) { western in try body(eastern, western) }
        }
    }

    private func conf(of cluster: String, hidingInfoHeaders: Bool = false) throws -> [UInt8] {
        var config = try RecordedCase.twoClusters.bytes(of: "config.toml")
        if hidingInfoHeaders {
            try #require(config.firstRange(of: Array(Self.lineToHide.utf8)) != nil)
            config.replace(Array(Self.lineToHide.utf8), with: Array("HideInfoHeaders = true".utf8))
        }
        return try nginxConf(of: cluster, from: try RecordedCase.twoClusters.bytes(of: "snapshot.json"), under: config)
    }

    private func header(_ name: String, _ value: String) -> HTTPHeader { HTTPHeader(name: name, value: value) }

    // MARK: Hosts

    @Test func eachServiceIsAnsweredByItsOwnClusterAlone() throws {
        try servingBoth { east, west in
            try expect("demo.A", isAnsweredBy: "demoeast.1", at: east, andNotAt: west)
            try expect("demo.B", isAnsweredBy: "demowest.1", at: west, andNotAt: east)
        }
    }

    private func expect(
        _ host: String, isAnsweredBy backend: String, at own: ServedCluster, andNotAt other: ServedCluster
    ) throws {
        for spelling in [host, host.lowercased(), host.uppercased(), "\(host):8080", "\(host).", "\(host).:80"] {
            let answering = try own.backend(host: spelling)
            #expect(answering == backend, "\(spelling)")
            let refusal = try other.client.get(host: spelling)
            #expect(refusal.status == 503 && Echo(refusal) == nil, "\(spelling)")
        }
    }

    @Test(arguments: ["other.example.org", "demo.A.example.org", "x.demo.A", "demo", "10.0.9.3", "_", "127.0.0.1"])
    func unknownHostIsUnavailable(_ host: String) throws {
        try servingEast { east in
            let answer = try east.client.get(host: host)
            #expect(answer.status == 503)
            #expect(Echo(answer) == nil)
        }
    }

    @Test func requestWithoutHostIsUnavailable() throws {
        try servingEast { east in
            let answer = try east.client.send("GET", "/", [], version: "1.0")
            #expect(answer.status == 503)
        }
    }

    @Test func proxyTellsItsStatusFromLoopback() throws {
        try servingEast { east in
            let answer = try east.client.get("/nginx_status", host: "127.0.0.1")
            #expect(answer.status == 200)
            #expect(answer.text.hasPrefix("Active connections:"))
            let echo = try #require(Echo(try east.client.get("/nginx_status", host: "demo.A")))
            #expect(echo.requestLine == "GET /nginx_status HTTP/1.1")
        }
    }

    // MARK: Headers

    @Test func backendLearnsOfTheClient() throws {
        try servingEast { east in
            let given = [
                header("Host", "DEMO.a:8080"), header("X-Forwarded-For", "192.0.2.7"), header("X-Own", "kept"),
            ]
            let sent = try #require(Echo(try east.client.send("GET", "/p?q=1", given))).headers
            let expected = [
                "Host": "demo.a", "X-Real-IP": "127.0.0.1", "X-Forwarded-For": "192.0.2.7, 127.0.0.1",
                "X-Forwarded-Proto": "http", "X-Forwarded-Host": "demo.a", "X-Forwarded-Port": "80", "X-Own": "kept",
            ]
            for (name, value) in expected { #expect(sent.values(of: name) == [value], "\(name)") }
        }
    }

    @Test func whatTheClientSaysOfItselfDoesNotReachTheBackend() throws {
        let forged = [
            header("X-Real-IP", "192.0.2.7"), header("X-Forwarded-Proto", "https"), header("X-Forwarded-Port", "1"),
            header("X-Forwarded-Host", "evil.example"), header("Proxy", "http://evil.example"),
            header("Forwarded", "for=192.0.2.7"),
        ]
        try servingEast { east in
            let answer = try east.client.send("GET", "/", [header("Host", "demo.A")] + forged)
            let sent = try #require(Echo(answer)).headers
            for header in forged { #expect(!sent.values(of: header.name).contains(header.value), "\(header.name)") }
            #expect(sent.values(of: "Proxy").isEmpty && sent.values(of: "Forwarded").isEmpty)
        }
    }

    @Test func requestKeepsItsIDOrGetsOne() throws {
        try servingEast { east in
            let given = try east.client.get(host: "demo.A", header("X-Request-ID", "abc-123"))
            #expect(try #require(Echo(given)).headers.values(of: "X-Request-ID") == ["abc-123"])
            #expect(given.headers.values(of: "X-Request-ID") == ["abc-123"])
            let made = try (1...2).map { _ in try east.client.get(host: "demo.A") }
            let ids = try made.map { try #require(Echo($0)?.headers["X-Request-ID"]) }
            #expect(ids == made.map { $0.headers["X-Request-ID"] })
            #expect(Set(ids).count == 2 && ids.allSatisfy { $0.utf8.count == 32 })
        }
    }

    @Test func backendCannotRedirectWithinTheProxy() throws {
        let accelerations = [header("X-Accel-Redirect", "/nginx_status"), header("X-Accel-Limit-Rate", "1")]
        try servingEast(answering: accelerations) { east in
            let answer = try east.client.get("/file", host: "demo.A")
            #expect(answer.status == 200)
            #expect(Echo(answer)?.requestLine == "GET /file HTTP/1.1")
        }
    }

    private static let infoHeaders = [
        "X-Request-ID", "X-Proxy-ID", "X-Server-Info", "X-Upstream-Addr", "X-Upstream-Response-Time",
    ]

    @Test(arguments: [false, true])
    func answerTellsOfTheProxyUnlessHidden(_ isHidden: Bool) throws {
        try servingEast(hidingInfoHeaders: isHidden) { east in
            let answer = try east.client.get(host: "demo.A")
            #expect(answer.status == 200)
            for name in Self.infoHeaders {
                #expect(answer.headers.values(of: name).count == (isHidden ? 0 : 1), "\(name)")
            }
            #expect(answer.headers["Server"] == "nginx")
        }
    }
}
