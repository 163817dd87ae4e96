import Testing

/// Hosts whose TLS goes on to their service as it is.
@Suite(.needsNginx)
struct PassthroughTests {
    private static let tenant = SampleService(
        "tenant", ["hosts": "tenant.example.org,*.tenant.example.org", "ssl_passthrough": "true"], at: "10.0.9.3")
    private static let terminated = SampleService(
        "one", ["hosts": "one.example.org", "ssl_cert": "one.pem"], at: "10.0.9.4")
    private static let plain = SampleService("plain", ["hosts": "plain.example.org"], at: "10.0.9.5")
    private static let every = SampleService(
        "every", ["default_backend": "true", "ssl_passthrough": "true"], at: "10.0.9.6")

    private static let unrecognizedName = 112

    /// Runs a proxy for `services`, whose tenant speaks TLS itself, while `body` lasts.
    private func serving(_ services: [SampleService], _ body: (ServedCluster) throws -> Void) throws {
        try FrontedBackend.running("tenant.1", speaking: .tls(certificate: "tenant")) { endpoint in
            try SampleCluster(services).replacing("10.0.9.3:8000", by: endpoint).serving(body)
        }
    }

    // MARK: Alone

    @Test func tenantShowsItsOwnCertificate() throws {
        try serving([Self.tenant]) { cluster in
            for host in ["tenant.example.org", "TENANT.example.org", "a.tenant.example.org", "b.a.tenant.example.org"] {
                let (certificate, response) = try cluster.tlsClient.get("/x?y", host: host)
                #expect(certificate == "tenant", "\(host)")
                let echo = try #require(Echo(response))
                #expect(echo.backend == "tenant.1")
                #expect(echo.headers["X-TLS-Name"] == host)
                #expect(echo.headers["X-Forwarded-For"] == nil, "the proxy cannot see into the connection")
            }
        }
    }

    @Test(arguments: ["other.example.org", "example.org", nil])
    func unknownNameIsClosedWithoutCertificate(_ name: String?) throws {
        try serving([Self.tenant]) { cluster in
            let handshake = try cluster.tlsClient.handshake(naming: name)
            #expect(handshake.certificate == nil)
        }
    }

    @Test func plainHTTPOfATenantIsNobodys() throws {
        try serving([Self.tenant, Self.plain]) { cluster in
            let statuses = try ["tenant.example.org", "a.tenant.example.org", "plain.example.org"].map {
                try cluster.client.get(host: $0).status
            }
            #expect(statuses == [503, 503, 200])
        }
    }

    // MARK: Beside terminated hosts

    @Test func bothKindsOfHostsAreServedSideBySide() throws {
        try serving([Self.tenant, Self.terminated]) { cluster in
            for (host, certificate, backend) in [
                ("tenant.example.org", "tenant", "tenant.1"), ("x.tenant.example.org", "tenant", "tenant.1"),
                ("one.example.org", "one", "one.1"),
            ] {
                let (shown, response) = try cluster.tlsClient.get("/x", host: host)
                #expect(shown == certificate, "\(host)")
                #expect(Echo(response)?.backend == backend, "\(host)")
            }
        }
    }

    @Test func clientAddressIsKeptForTerminatedHosts() throws {
        try serving([Self.tenant, Self.terminated]) { cluster in
            let forged = HTTPHeader(name: "X-Real-IP", value: "192.0.2.7")
            let (_, response) = try cluster.tlsClient.get("/", host: "one.example.org", forged)
            let sent = try #require(Echo(response)).headers
            for (name, value) in [
                "X-Real-IP": "127.0.0.1", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https",
                "X-Forwarded-Port": "443",
            ] {
                #expect(sent.values(of: name) == [value], "\(name)")
            }
        }
    }

    @Test(arguments: ["other.example.org", nil])
    func unknownNameIsRejectedBesideThem(_ name: String?) throws {
        try serving([Self.tenant, Self.terminated]) { cluster in
            let handshake = try cluster.tlsClient.handshake(naming: name)
            #expect(handshake.alert == Self.unrecognizedName)
        }
    }

    @Test func terminatedNameBelowATenantsWildcardIsTerminated() throws {
        let inner = SampleService("inner", ["hosts": "in.tenant.example.org", "ssl_cert": "one.pem"], at: "10.0.9.4")
        try serving([Self.tenant, inner]) { cluster in
            let shown = try ["in.tenant.example.org", "out.tenant.example.org"].map {
                try cluster.tlsClient.get(host: $0).certificate
            }
            #expect(shown == ["one", "tenant"])
        }
    }

    /// The address that decides is the client's, which comes in front of the connection beside terminated hosts.
    @Test(arguments: [[], [terminated]])
    func clientStaysAtOneTask(_ others: [SampleService]) throws {
        let labels = ["hosts": "tenant.example.org", "ssl_passthrough": "true", "ip_hash": "true"]
        let pair = SampleService("tenant", labels, at: "10.0.9.3", "10.0.9.6")
        try FrontedBackend.running("tenant.2", speaking: .tls(certificate: "tenant")) { second in
            try FrontedBackend.running("tenant.1", speaking: .tls(certificate: "tenant")) { first in
                let cluster = SampleCluster([pair] + others).replacing("10.0.9.3:8000", by: first)
                try cluster.replacing("10.0.9.6:8000", by: second).serving { cluster in
                    let backends = try (1...6).map { _ in
                        Echo(try cluster.tlsClient.get(host: "tenant.example.org").response)?.backend
                    }
                    #expect(Set(backends).count == 1 && backends[0] != nil)
                }
            }
        }
    }

    // MARK: Unknown names

    @Test(arguments: [false, true])
    func unknownNamesGoToTheServiceThatTakesThem(besideTermination isBeside: Bool) throws {
        try FrontedBackend.running("every.1", speaking: .tls(certificate: "fallback")) { endpoint in
            let services = [Self.every, Self.plain] + (isBeside ? [Self.terminated] : [])
            try SampleCluster(services).replacing("10.0.9.6:8000", by: endpoint).serving { cluster in
                for host in ["other.example.org", "plain.example.org"] {
                    let (shown, response) = try cluster.tlsClient.get(host: host)
                    #expect(shown == "fallback" && Echo(response)?.backend == "every.1", "\(host)")
                }
                #expect(try cluster.tlsClient.handshake(naming: nil).certificate == "fallback")
                #expect(try cluster.client.get(host: "other.example.org").status == 503)
                guard isBeside else { return }
                #expect(try cluster.tlsClient.get(host: "one.example.org").certificate == "one")
            }
        }
    }

    // MARK: Redirects

    @Test func plainHTTPOfATenantCanBeRedirected() throws {
        let labels = [
            "hosts": "tenant.example.org", "ssl_passthrough": "true",
            "redirects": "http://tenant.example.org,https://tenant.example.org",
        ]
        try serving([SampleService("tenant", labels, at: "10.0.9.3")]) { cluster in
            let answer = try cluster.client.get("/x?y", host: "tenant.example.org")
            #expect(answer.status == 302)
            #expect(answer.headers.values(of: "Location") == ["https://tenant.example.org/x?y"])
            #expect(try cluster.tlsClient.get("/x?y", host: "tenant.example.org").response.status == 200)
        }
    }

    @Test func plainHTTPOfATenantIsSentToTLSWhereItIsAskedFor() throws {
        let labels = ["hosts": "tenant.example.org", "ssl_passthrough": "true", "ssl_only": "true"]
        try serving([SampleService("tenant", labels, at: "10.0.9.3")]) { cluster in
            let answer = try cluster.client.get("/x?y", host: "tenant.example.org")
            #expect(answer.status == 302)
            #expect(answer.headers.values(of: "Location") == ["https://tenant.example.org/x?y"])
        }
    }
}
