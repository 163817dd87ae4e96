import Testing

/// Services whose tasks speak TLS, and whether the proxy trusts them.
@Suite(.needsNginx)
struct SecureBackendTests {
    private let host = "app.example.org"

    /// Runs a proxy for a service with `labels` whose task has this certificate, while `body` lasts.
    private func serving(
        _ labels: [String: String], certificate: String, _ body: (ServedCluster) throws -> Void
    ) throws {
        try FrontedBackend.running("web.1", speaking: .tls(certificate: certificate)) { endpoint in
            let web = SampleService("web", ["hosts": host].merging(labels) { $1 }, at: "10.0.9.3")
            try SampleCluster(web).replacing("10.0.9.3:8000", by: endpoint).serving(body)
        }
    }

    @Test(arguments: [
        ["ssl_backend": "true"], ["backend_protocol": "https"],
        ["ssl_backend": "true", "ssl_backend_tls_verify": "none"],
    ])
    func taskIsSpokenToOverTLS(_ labels: [String: String]) throws {
        try serving(labels, certificate: "forged") { cluster in
            let echo = try #require(Echo(try cluster.client.get("/x?y", host: host)))
            #expect(echo.backend == "web.1" && echo.requestLine.hasPrefix("GET /x?y "))
            #expect(echo.headers["X-TLS-Name"] == host)
            #expect(echo.headers["X-Forwarded-Proto"] == "http")
        }
    }

    /// nginx takes up a TLS session of the same upstream again, or a connection that it kept: those of no other host.
    @Test(arguments: [0, 8])
    func taskIsAskedForTheHostOfEachRequest(_ keepalive: Int) throws {
        try FrontedBackend.running("web.1", speaking: .tls(certificate: "app")) { endpoint in
            let labels = ["hosts": "a.example.org,b.example.org", "ssl_backend": "true"]
            let web = SampleService("web", labels, at: "10.0.9.3", "10.0.9.4")
            let cluster = SampleCluster(web).under(config: ["UpstreamKeepalive = \(keepalive)"])
            try cluster.replacing("10.0.9.3:8000", by: endpoint).replacing("10.0.9.4:8000", by: endpoint).serving {
                for name in "aabbabbaabab" {
                    let echo = Echo(try $0.client.get(host: "\(name).example.org"))
                    #expect(echo?.headers["X-TLS-Name"] == "\(name).example.org")
                }
            }
        }
    }

    @Test func taskThatTheAuthorityKnowsIsTrusted() throws {
        let labels = ["ssl_backend": "true", "ssl_backend_tls_verify": "authority.crt"]
        try serving(labels, certificate: "app") { cluster in
            let answer = try cluster.client.get(host: host)
            #expect(answer.status == 200)
            #expect(Echo(answer)?.headers["X-TLS-Name"] == host)
        }
    }

    /// A certificate of another authority, and one of the right authority for another host.
    @Test(arguments: ["forged", "one"])
    func taskThatCannotBeTrustedGetsNoRequest(_ certificate: String) throws {
        let labels = ["ssl_backend": "true", "ssl_backend_tls_verify": "authority.crt"]
        try serving(labels, certificate: certificate) { cluster in
            let answer = try cluster.client.get(host: host)
            #expect(answer.status == 502)
            #expect(Echo(answer) == nil)
        }
    }

    @Test func rewrittenPathGoesOverTLSToo() throws {
        let labels = [
            "ssl_backend": "true", "ssl_backend_tls_verify": "authority.crt", "context_root": "/app",
            "context_root_rewrite": "true",
        ]
        try serving(labels, certificate: "app") { cluster in
            let echo = try #require(Echo(try cluster.client.get("/app/x?y", host: host)))
            #expect(echo.requestLine.hasPrefix("GET /x?y "))
        }
    }
}
