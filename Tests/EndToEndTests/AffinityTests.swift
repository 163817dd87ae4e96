import Testing

/// How clients stick to a task.
@Suite(.needsNginx)
struct AffinityTests {
    private let host = "app.example.org"

    private func service(_ labels: [String: String]) -> SampleService {
        SampleService(
            "web", ["hosts": host].merging(labels) { $1 }, at: "10.0.9.3", "10.0.9.4", "10.0.9.5", "10.0.9.6")
    }

    private func cookie(_ name: String, _ value: Int) -> HTTPHeader {
        HTTPHeader(name: "Cookie", value: "first=1; \(name)=user-\(value); last=2")
    }

    /// The last two are names for which nginx has no variable, or shares one with another name.
    @Test(arguments: ["session", "JSESSIONID", "my-sess", "app.session", "a!b", "x"])
    func cookieDecidesTheTask(_ name: String) throws {
        try SampleCluster(service(["sticky_session_cookie": name])).serving { cluster in
            var tasks: Set<String?> = []
            for user in 1...20 {
                let answers = try (1...4).map { _ in try cluster.backend(host: host, cookie(name, user)) }
                #expect(Set(answers).count == 1, "user \(user)")
                tasks.formUnion(answers)
            }
            #expect(tasks.count > 1 && !tasks.contains(nil))
        }
    }

    @Test func oneCookieStaysAtOneTaskForTwentyRequests() throws {
        try SampleCluster(service(["sticky_session_cookie": "my-sess.id"])).serving { cluster in
            let answers = try (1...20).map { _ in try cluster.backend(host: host, cookie("my-sess.id", 1)) }
            #expect(Set(answers).count == 1 && answers[0] != nil)
        }
    }

    /// The name of a cookie that ends in, or begins with, the one that is asked for is another name.
    @Test(arguments: ["my-sess", "session"], [[], ["x"]])
    func requestsWithoutTheCookieAreSpread(_ name: String, _ prefixes: [String]) throws {
        try SampleCluster(service(["sticky_session_cookie": name])).serving { cluster in
            let headers = prefixes.map { HTTPHeader(name: "Cookie", value: "\($0)\(name)=1; \(name)\($0)=1") }
            let answers = try (1...12).map { _ in
                let all = [HTTPHeader(name: "Host", value: host)] + headers
                return Echo(try cluster.client.send("GET", "/", all))?.backend
            }
            #expect(Set(answers) == ["web.1", "web.2", "web.3", "web.4"])
        }
    }

    @Test(arguments: [(["ip_hash": "true"], ""), ([:], "IPHash = true")])
    func clientAddressDecidesTheTask(_ labels: [String: String], _ config: String) throws {
        let trust = "TrustedProxies = [\"127.0.0.0/8\"]"
        try SampleCluster(service(labels)).under(config: [trust, config]).serving { cluster in
            var tasks: Set<String?> = []
            for network in 1...12 {
                let client = HTTPHeader(name: "X-Forwarded-For", value: "192.0.\(network * 7).1")
                let answers = try (1...4).map { _ in try cluster.backend(host: host, client) }
                #expect(Set(answers).count == 1, "network \(network)")
                tasks.formUnion(answers)
            }
            #expect(tasks.count > 1 && !tasks.contains(nil))
        }
    }

    @Test func labelDecidesAgainstTheSetting() throws {
        try SampleCluster(service(["ip_hash": "false"])).under(config: ["IPHash = true"]).serving { cluster in
            let answers = try (1...12).map { _ in try cluster.backend(host: host) }
            #expect(Set(answers).count == 4)
        }
    }
}
