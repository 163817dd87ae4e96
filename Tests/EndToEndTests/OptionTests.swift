import Testing

/// Settings whose effect shows in requests.
@Suite(.needsNginx)
struct OptionTests {
    private let host = "app.example.org"

    private var cluster: SampleCluster { SampleCluster(SampleService("web", ["hosts": host], at: "10.0.9.3")) }

    private func header(_ name: String, _ value: String) -> HTTPHeader { HTTPHeader(name: name, value: value) }

    // MARK: Clients behind proxies

    @Test(arguments: [
        ("[\"127.0.0.0/8\"]", "192.0.2.7", "192.0.2.7"),
        ("[\"127.0.0.0/8\", \"192.0.2.0/24\"]", "198.51.100.1, 192.0.2.7", "198.51.100.1"),
        ("[\"127.0.0.0/8\"]", "198.51.100.1, 192.0.2.7", "192.0.2.7"),
        ("[\"192.0.2.0/24\"]", "198.51.100.1", "127.0.0.1"), ("[]", "198.51.100.1", "127.0.0.1"),
        ("[\"127.0.0.1\"]", "nonsense", "127.0.0.1"),
    ])
    func clientIsWhoTrustedProxiesSay(_ trusted: String, _ forwarded: String, _ client: String) throws {
        try cluster.under(config: ["TrustedProxies = \(trusted)"]).serving { cluster in
            let answer = try cluster.client.get(host: host, header("X-Forwarded-For", forwarded))
            #expect(Echo(answer)?.headers.values(of: "X-Real-IP") == [client])
            #expect(Deadline().passes { cluster.hasLogged { $0.hasPrefix("\(client) - - [") } })
        }
    }

    @Test(arguments: [("[]", 403), ("[\"192.0.2.0/24\"]", 200), ("[\"198.51.100.0/24\"]", 403)])
    func statusIsForThoseWhoMaySeeIt(_ allowed: String, _ status: Int) throws {
        let config = ["StatusAllow = \(allowed)", "TrustedProxies = [\"127.0.0.0/8\"]"]
        try cluster.under(config: config).serving { cluster in
            let path = "/nginx_status"
            let answer = try cluster.client.get(path, host: "127.0.0.1", header("X-Forwarded-For", "192.0.2.7"))
            #expect(answer.status == status)
            let own = try cluster.client.get(path, host: "127.0.0.1")
            #expect(own.status == 200 && own.text.hasPrefix("Active connections:"))
        }
    }

    // MARK: Requests

    @Test(arguments: [("1.0", "HTTP/1.0"), ("1.1", "HTTP/1.1")])
    func versionOfHTTPIsSpokenToTasks(_ version: String, _ spoken: String) throws {
        try cluster.under(config: ["HTTPVersion = \"\(version)\""]).serving { cluster in
            let echo = try #require(Echo(try cluster.client.get("/x", host: host)))
            #expect(echo.requestLine == "GET /x \(spoken)")
        }
    }

    @Test(arguments: [false, true])
    func headersWithUnderscoresAreTakenIfTheOperatorSaysSo(_ isOn: Bool) throws {
        try cluster.under(config: ["UnderscoresInHeaders = \(isOn)"]).serving { cluster in
            let echo = try #require(Echo(try cluster.client.get(host: host, header("X_Under", "1"))))
            #expect(echo.headers.values(of: "X_Under") == (isOn ? ["1"] : []))
        }
    }

    @Test(arguments: [(900, 200), (3000, 400)])
    func longHeadersAreRefusedAsTheOperatorSays(_ length: Int, _ status: Int) throws {
        try cluster.under(config: ["LargeClientHeaderBuffers = \"2 2k\""]).serving { cluster in
            let answer = try cluster.client.get(host: host, header("X-Long", String(repeating: "x", count: length)))
            #expect(answer.status == status)
        }
    }

    @Test(arguments: [(0, "close"), (4, nil)])
    func connectionsToTasksAreKeptAsTheOperatorSays(_ count: Int, _ connection: String?) throws {
        let pair = SampleCluster(SampleService("web", ["hosts": host], at: "10.0.9.3", "10.0.9.4"))
        try pair.under(config: ["UpstreamKeepalive = \(count)"]).serving { cluster in
            for _ in 1...3 {
                let echo = try #require(Echo(try cluster.client.get(host: host)))
                #expect(echo.headers["Connection"] == connection)
            }
        }
    }

    /// 64 KiB, the usual setting, would not load with 64 peers.
    @Test func zoneHasRoomForAllPeers() throws {
        let hosts = (1...100).map { "h\($0).example.org" }.joined(separator: ",")
        let web = SampleCluster(SampleService("web", ["hosts": hosts], at: "10.0.9.3", "10.0.9.4"))
        try web.under(config: ["UpstreamZoneSize = 64"]).serving { cluster in
            let answers = try (1...10).map { _ in try cluster.backend(host: "h77.example.org") }
            #expect(Set(answers) == ["web.1", "web.2"])
        }
    }

    @Test func portsThatClientsUseAreTold() throws {
        let web = SampleService("web", ["hosts": host, "ssl_cert": "app.pem"], at: "10.0.9.3")
        let cluster = SampleCluster(web).under("PublishedPort = 8080", "PublishedSSLPort = 8443")
        try cluster.serving { cluster in
            let plain = Echo(try cluster.client.get(host: host))
            let secure = Echo(try cluster.tlsClient.get(host: host).response)
            #expect(plain?.headers.values(of: "X-Forwarded-Port") == ["8080"])
            #expect(secure?.headers.values(of: "X-Forwarded-Port") == ["8443"])
        }
    }

    // MARK: Statements and logs

    @Test func statementsOfTheOperatorCount() throws {
        let config = [
            "HTTPOptions = [\"add_trailer X-T 1\", \"server_name_in_redirect off;\", \"add_header X-Own \\\"a b\\\" always\"]"
        ]
        try cluster.under(config: config + ["HideInfoHeaders = true"]).serving { cluster in
            let answer = try cluster.client.get(host: host)
            #expect(answer.headers.values(of: "X-Own") == ["a b"])
        }
    }

    @Test func requestsAreLoggedAsTheOperatorSays() throws {
        let config = ["MainLogFormat = \"'$host|$status|$upstream_addr'\""]
        try cluster.under(config: config).serving { cluster in
            _ = try cluster.client.get("/x", host: host)
            let line = "\(host)|200|\(try #require(cluster.endpoints["10.0.9.3:8000"]))"
            #expect(Deadline().passes { cluster.hasLogged { $0 == line } })
        }
    }

    /// Two hosts of one service, which both are lines with one address.
    @Test(arguments: [[:], ["client_max_body_size": "1m"]])
    func cachedAnswersAreThoseOfTheirHost(_ labels: [String: String]) throws {
        let web = SampleService("web", ["hosts": "a.example,b.example"].merging(labels) { $1 }, at: "10.0.9.3")
        let cache = [
            "proxy_cache_path cache keys_zone=all:1m", "proxy_cache all", "proxy_cache_valid 1m",
            "proxy_ignore_headers Set-Cookie Cache-Control", "add_header X-Cache $upstream_cache_status",
        ]
        let option = "HTTPOptions = [\(cache.map { "\"\($0)\"" }.joined(separator: ", "))]"
        try SampleCluster(web).under(config: [option]).serving { cluster in
            var states: [[String]] = []
            for host in ["a.example", "b.example", "a.example", "b.example"] {
                let answer = try cluster.client.get("/page", host: host)
                #expect(Echo(answer)?.headers.values(of: "Host") == [host])
                states.append(answer.headers.values(of: "X-Cache"))
            }
            #expect(states == [["MISS"], ["MISS"], ["HIT"], ["HIT"]])
        }
    }

    // MARK: Hosts

    @Test func hostsAreReadLeniently() throws {
        let hosts = " A.example.org , b.Example.org.,,A.EXAMPLE.ORG, xn--bcher-kva.example "
        try SampleCluster(SampleService("web", ["hosts": hosts], at: "10.0.9.3")).serving { cluster in
            for host in ["a.example.org", "B.example.org", "a.example.org.", "XN--bcher-kva.example"] {
                let backend = try cluster.backend(host: host)
                #expect(backend == "web.1", "\(host)")
            }
        }
    }

    /// 253 bytes, as a line of the table and as a server block.
    @Test(arguments: [[:], ["context_root": "/app"]])
    func longestHostIsServed(_ labels: [String: String]) throws {
        let host = (1...4).map { "\($0)" + String(repeating: "a", count: 60) }.joined(separator: ".") + ".dev"
        let longest = "x.\(host)"
        try #require(longest.utf8.count == 253)
        let web = SampleService("web", ["hosts": "\(longest),\(host)"].merging(labels) { $1 }, at: "10.0.9.3")
        try SampleCluster(web).serving { cluster in
            for host in [longest, host] {
                let backend = try cluster.backend(answering: labels["context_root"] ?? "/", host: host)
                #expect(backend == "web.1")
            }
        }
    }
}
