import Testing

/// Hosts whose TLS the proxy terminates.
@Suite(.needsNginx)
struct TerminationTests {
    private static let one = SampleService(
        "one", ["hosts": "one.example.org,*.one.example.org", "ssl_cert": "one.crt", "ssl_key": "one.key"],
        at: "10.0.9.3")
    /// One file holds certificate and key; two tasks and a path make it a host with a server block.
    private static let two = SampleService(
        "two", ["hosts": "two.example.org", "ssl_cert": "two.pem", "context_root": "/app"], at: "10.0.9.4", "10.0.9.5")
    private static let plain = SampleService("plain", ["hosts": "plain.example.org"], at: "10.0.9.6")
    private static let cluster = SampleCluster(one, two, plain)

    /// RFC 6066 section 3.
    private static let unrecognizedName = 112
    /// RFC 8446 section 6.2.
    private static let protocolVersion = 70

    // MARK: Certificates

    @Test func eachNameIsShownItsCertificateAndReachesItsService() throws {
        try Self.cluster.serving { cluster in
            for (host, path, certificate, service) in [
                ("one.example.org", "/", "one", "one"), ("a.one.example.org", "/", "one", "one"),
                ("ONE.example.org", "/", "one", "one"), ("two.example.org", "/app/x", "two", "two"),
            ] {
                let (shown, response) = try cluster.tlsClient.get(path, host: host)
                #expect(shown == certificate, "\(host)")
                #expect(Echo(response)?.backend.hasPrefix("\(service).") == true, "\(host)")
            }
        }
    }

    @Test(arguments: ["other.example.org", "plain.example.org", "example.org", "x.two.example.org", nil])
    func unknownNameIsRejected(_ name: String?) throws {
        try Self.cluster.serving { cluster in
            let handshake = try cluster.tlsClient.handshake(naming: name)
            #expect(handshake.alert == Self.unrecognizedName)
            #expect(handshake.certificate == nil)
        }
    }

    /// A host without a certificate is not to be had by the certificate of another.
    @Test func hostWithoutCertificateIsNotServedOverTLS() throws {
        try Self.cluster.serving { cluster in
            let (_, response) = try cluster.tlsClient.get(host: "plain.example.org", naming: "one.example.org")
            #expect(response.status == 421)
        }
    }

    @Test func plainHTTPGoesOnBesideTLS() throws {
        try Self.cluster.serving { cluster in
            let answering = try ["one.example.org", "plain.example.org"].map { try cluster.backend(host: $0) }
            #expect(answering == ["one.1", "plain.1"])
            let status = try cluster.client.get("/", host: "two.example.org").status
            #expect(status == 404, "only its path is its own")
        }
    }

    // MARK: What is agreed on

    @Test(arguments: [(true, "h2"), (false, "http/1.1")])
    func applicationProtocolIsAgreedOn(_ isOn: Bool, _ expected: String) throws {
        try Self.cluster.under(config: ["HTTP2 = \(isOn)"]).serving { cluster in
            let both = try cluster.tlsClient.handshake(naming: "one.example.org", "-alpn", "h2,http/1.1")
            #expect(both.applicationProtocol == expected)
            let older = try cluster.tlsClient.handshake(naming: "two.example.org", "-alpn", "http/1.1")
            #expect(older.applicationProtocol == "http/1.1")
        }
    }

    @Test(arguments: [("TLSv1.2", true, false), ("TLSv1.3", false, true), ("TLSv1.2 TLSv1.3", true, true)])
    func onlyTheProtocolsOfTheSettingsAreSpoken(_ protocols: String, _ takes12: Bool, _ takes13: Bool) throws {
        try Self.cluster.under(config: ["SSLProtocols = \"\(protocols)\""]).serving { cluster in
            for (option, isTaken) in [("-tls1_2", takes12), ("-tls1_3", takes13)] {
                let handshake = try cluster.tlsClient.handshake(naming: "one.example.org", option)
                #expect(handshake.certificate == (isTaken ? "one" : nil), "\(option)")
                #expect(handshake.alert == (isTaken ? nil : Self.protocolVersion), "\(option)")
            }
        }
    }

    @Test func onlyTheCiphersOfTheSettingsAreTaken() throws {
        let config = ["SSLCiphers = \"ECDHE-ECDSA-AES256-GCM-SHA384\""]
        try Self.cluster.under(config: config).serving { cluster in
            for (cipher, certificate) in [
                ("ECDHE-ECDSA-AES256-GCM-SHA384", "one"), ("ECDHE-ECDSA-AES128-GCM-SHA256", nil),
            ] {
                let handshake = try cluster.tlsClient.handshake(naming: "one.example.org", "-tls1_2", "-cipher", cipher)
                #expect(handshake.certificate == certificate, "\(cipher)")
            }
        }
    }

    // MARK: Requests

    @Test func backendLearnsOfTLS() throws {
        try Self.cluster.under("PublishedSSLPort = 8443").serving { cluster in
            for (host, path) in [("one.example.org", "/"), ("two.example.org", "/app")] {
                let sent = try #require(Echo(try cluster.tlsClient.get(path, host: host).response)).headers
                let expected = [
                    "Host": host, "X-Real-IP": "127.0.0.1", "X-Forwarded-For": "127.0.0.1",
                    "X-Forwarded-Proto": "https", "X-Forwarded-Host": host, "X-Forwarded-Port": "8443",
                ]
                for (name, value) in expected { #expect(sent.values(of: name) == [value], "\(host): \(name)") }
            }
        }
    }

    @Test func answerOverTLSHasTheSameHeaders() throws {
        try Self.cluster.serving { cluster in
            let (_, secure) = try cluster.tlsClient.get("/", host: "one.example.org")
            let plain = try cluster.client.get(
                "/", host: "one.example.org", HTTPHeader(name: "Connection", value: "close"))
            #expect(secure.headers.map(\.name) == plain.headers.map(\.name))
            #expect(secure.status == plain.status)
        }
    }

    // MARK: ssl_only

    @Test(arguments: [(443, ""), (8443, ":8443")])
    func plainHTTPIsSentToTLSWhereItIsAskedFor(_ port: Int, _ suffix: String) throws {
        let labels = ["hosts": "one.example.org", "ssl_cert": "one.pem", "ssl_only": "true"]
        let line = SampleService("one", labels, at: "10.0.9.3")
        let block = SampleService(
            "two", ["hosts": "two.example.org", "ssl_cert": "two.pem", "ssl_only": "true", "context_root": "/app"],
            at: "10.0.9.4")
        try SampleCluster(line, block).under("PublishedSSLPort = \(port)").serving { cluster in
            for host in ["one.example.org", "two.example.org"] {
                let answer = try cluster.client.get("/app/x?y=%2F&z", host: "\(host):80")
                #expect(answer.status == 302)
                #expect(answer.headers.values(of: "Location") == ["https://\(host)\(suffix)/app/x?y=%2F&z"])
                #expect(try cluster.tlsClient.get("/app/x", host: host).response.status == 200)
            }
        }
    }
}
