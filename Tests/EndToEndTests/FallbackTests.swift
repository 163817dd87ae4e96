import Testing

/// What answers hosts that nobody has.
@Suite(.needsNginx)
struct FallbackTests {
    private static let web = SampleService("web", ["hosts": "app.example.org"], at: "10.0.9.3")

    private func every(_ labels: [String: String] = [:], name: String = "every", at address: String = "10.0.9.4")
        -> SampleService
    {
        SampleService(name, ["default_backend": "true"].merging(labels) { $1 }, at: address)
    }

    private func answers(_ hosts: [String], at cluster: ServedCluster) throws -> [String?] {
        try hosts.map { try cluster.backend(host: $0) }
    }

    @Test func unknownHostsAreAnsweredByIt() throws {
        try SampleCluster(Self.web, every()).serving { cluster in
            let found = try answers(["other.example.org", "_", "127.0.0.2", "app.example.org"], at: cluster)
            #expect(found == ["every.1", "every.1", "every.1", "web.1"])
            let older = try cluster.client.send("GET", "/", [], version: "1.0")
            #expect(Echo(older)?.backend == "every.1")
        }
    }

    @Test func itSeesTheHostThatWasAskedFor() throws {
        try SampleCluster(every()).serving { cluster in
            let echo = try #require(Echo(try cluster.client.get("/x?y", host: "Other.example.org:80")))
            #expect(echo.requestLine == "GET /x?y HTTP/1.1")
            #expect(echo.headers.values(of: "Host") == ["other.example.org"])
        }
    }

    @Test func withAPathTheOthersAreNobodys() throws {
        let labels = ["context_root": "/app", "context_root_rewrite": "true"]
        try SampleCluster(Self.web, every(labels)).serving { cluster in
            let echo = try #require(Echo(try cluster.client.get("/app/x?y", host: "other.example.org")))
            #expect(echo.backend == "every.1" && echo.requestLine == "GET /x?y HTTP/1.1")
            let status = try cluster.client.get("/else", host: "other.example.org").status
            #expect(status == 404)
            let redirect = try cluster.client.get("/app?y", host: "other.example.org")
            #expect(redirect.status == 301 && redirect.headers["Location"] == "/app/?y")
            let known = try answers(["app.example.org"], at: cluster)
            #expect(known == ["web.1"])
        }
    }

    @Test func itMayHaveHostsToo() throws {
        try SampleCluster(Self.web, every(["hosts": "own.example.org"])).serving { cluster in
            let found = try answers(["own.example.org", "other.example.org", "app.example.org"], at: cluster)
            #expect(found == ["every.1", "every.1", "web.1"])
        }
    }

    @Test func theFirstOfTwoAnswers() throws {
        let services = [every(name: "first"), every(name: "second", at: "10.0.9.5")]
        try SampleCluster(services).serving { cluster in
            let found = try answers(["other.example.org"], at: cluster)
            #expect(found == ["first.1"])
        }
    }

    @Test func withoutTasksItIsUnavailable() throws {
        let idle = SampleService("idle", ["default_backend": "true"])
        try SampleCluster(Self.web, idle).serving { cluster in
            let answer = try cluster.client.get(host: "other.example.org")
            #expect(answer.status == 503 && Echo(answer) == nil)
        }
    }

    @Test func redirectsGoOnBesideIt() throws {
        let labels = ["hosts": "old.example.org", "redirects": "http://old.example.org,http://app.example.org"]
        let old = SampleService("old", labels, at: "10.0.9.6")
        for labels in [[:], ["context_root": "/app"]] {
            try SampleCluster(every(labels), old).serving { cluster in
                let answer = try cluster.client.get("/x", host: "old.example.org")
                #expect(answer.status == 302 && answer.headers["Location"] == "http://app.example.org/x")
            }
        }
    }

    // MARK: TLS

    /// A line of the table, and a server block.
    @Test(arguments: [[:], ["context_root": "/app"]])
    func itsCertificateIsShownToUnknownNames(_ labels: [String: String]) throws {
        let own = ["ssl_cert": "fallback.pem"].merging(labels) { $1 }
        let one = SampleService("one", ["hosts": "one.example.org", "ssl_cert": "one.pem"], at: "10.0.9.3")
        try SampleCluster(every(own), one).serving { cluster in
            for (host, certificate, backend) in [
                ("other.example.org", "fallback", "every.1"), ("one.example.org", "one", "one.1"),
            ] {
                let (shown, response) = try cluster.tlsClient.get("/app", host: host)
                #expect(shown == certificate && Echo(response)?.backend == backend, "\(host)")
            }
            #expect(try cluster.tlsClient.handshake(naming: nil).certificate == "fallback")
            #expect(try cluster.backend(answering: "/app", host: "other.example.org") == "every.1")
        }
    }

    @Test func itsCertificateIsShownBesidePassthrough() throws {
        let labels = ["hosts": "tenant.example.org", "ssl_passthrough": "true"]
        let tenant = SampleService("tenant", labels, at: "10.0.9.3")
        try FrontedBackend.running("tenant.1", speaking: .tls(certificate: "tenant")) { endpoint in
            let cluster = SampleCluster(tenant, every(["ssl_cert": "fallback.pem"]))
            try cluster.replacing("10.0.9.3:8000", by: endpoint).serving { cluster in
                let shown = try ["other.example.org", "tenant.example.org"].map {
                    try cluster.tlsClient.get(host: $0).certificate
                }
                #expect(shown == ["fallback", "tenant"])
            }
        }
    }
}
