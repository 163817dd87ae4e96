import Testing

/// How a file is spelled for each version of nginx (`Config.Version`).
struct VersionTests {
    static let versions = ["1.14", "1.19.4", "1.22", "1.25.1", "1.27.4", "1.29.7"]

    private static let one = SampleService(
        "one", ["hosts": "one.example.org", "ssl_cert": "one.pem"], at: "10.0.9.3", "10.0.9.4")

    private func cluster(for version: String) -> SampleCluster {
        SampleCluster(Self.one).under(config: ["Version = \"\(version)\""])
    }

    /// What stands in the files for versions from the one that is named on, and what stands in those before it.
    static let spellings: [(from: String, newer: String, older: String?)] = [
        ("1.19.4", "ssl_reject_handshake on;", "return 444;"),
        ("1.25.1", "http2 on;", "ssl http2;"),
        ("1.27.4", "keepalive_min_timeout 5s;", nil),
        ("1.29.7", "keepalive 0;", nil),
    ]

    @Test(arguments: versions, spellings)
    func directiveIsSpelledAsTheVersionWantsIt(
        _ version: String, _ spelling: (from: String, newer: String, older: String?)
    ) throws {
        let conf = try cluster(for: version).conf()
        let index = Self.versions.firstIndex(of: version) ?? 0
        let isNewer = index >= (Self.versions.firstIndex(of: spelling.from) ?? 0)
        #expect(conf.containsText(spelling.newer) == isNewer)
        if let older = spelling.older { #expect(conf.containsText(older) == !isNewer) }
    }

    /// Gone since 1.25.1, and wrong before: TLS is a word of `listen`.
    @Test(arguments: versions)
    func nothingIsWrittenThatLaterVersionsRefuse(_ version: String) throws {
        let conf = try cluster(for: version).conf()
        #expect(!conf.containsText("ssl on;"))
        #expect(conf.containsText("listen 443 default_server ssl"))
    }

    @Test func peersAreKeptIfTheOperatorSaysSoInEveryVersion() throws {
        for version in Self.versions {
            let conf = try cluster(for: version).under(config: ["UpstreamKeepalive = 8"]).conf()
            #expect(conf.containsText("keepalive 8;") && !conf.containsText("keepalive 0;"), "\(version)")
        }
    }

    @Test(arguments: ["", "1.22", "1.22.1"])
    func usualVersionIsThatOfDebian(_ version: String) throws {
        let (usual, named) = (try SampleCluster(Self.one).conf(), try cluster(for: version).conf())
        #expect(usual == named)
    }

    @Test(.needsNginx, arguments: ["1.14", "1.19.4", "1.22"])
    func filesForVersionsUpToThisOneRun(_ version: String) throws {
        try cluster(for: version).serving { cluster in
            let (certificate, response) = try cluster.tlsClient.get(host: "one.example.org")
            #expect(certificate == "one" && Echo(response)?.backend.hasPrefix("one.") == true)
            #expect(try cluster.backend(host: "one.example.org")?.hasPrefix("one.") == true)
            let negotiated = try cluster.tlsClient.handshake(naming: "one.example.org", "-alpn", "h2")
            #expect(negotiated.applicationProtocol == "h2")
        }
    }

    /// Before 1.19.4 nginx cannot reject a handshake: it shakes hands with some certificate and closes.
    @Test(.needsNginx) func unknownNameIsClosedWhereItCannotBeRejected() throws {
        try cluster(for: "1.14").serving { cluster in
            #expect(throws: TLSRefused.self) { try cluster.tlsClient.get(host: "other.example.org") }
            let shown = try cluster.tlsClient.handshake(naming: "other.example.org")
            #expect(shown.certificate == "one")
        }
    }
}
