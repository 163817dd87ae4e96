import Testing

/// What labels promise, asked of a real nginx.
@Suite(.needsNginx)
struct RoutingTests {
    private let host = "app.example.org"

    private func requestLine(of path: String, at cluster: ServedCluster) throws -> String? {
        Echo(try cluster.client.get(path, host: host))?.requestLine
    }

    /// What `ask` finds for each of `questions`, to be compared as a whole with what is expected.
    private func answers(
        to questions: some Sequence<String>, _ ask: (String) throws -> String?
    ) rethrows -> [String: String] {
        var answers: [String: String] = [:]
        for question in questions { answers[question] = try ask(question) }
        return answers
    }

    // MARK: Paths

    @Test func rewritingStripsThePath() throws {
        let labels = ["hosts": host, "context_root": "/app", "context_root_rewrite": "true"]
        try ServedCluster.serving(SampleService("web", labels, at: "10.0.9.3")) { cluster in
            let expected = [
                "/app/": "/", "/app/x?y=1": "/x?y=1", "/app/app/x": "/app/x", "/app//x": "/x", "/app/a/../x": "/x",
                "/app/a%20b": "/a%20b", "/app%2Fx": "/x", "/%61pp/x": "/x", "/other/../app/x": "/x",
            ].mapValues { "GET \($0) HTTP/1.1" }
            let found = try answers(to: expected.keys) { try requestLine(of: $0, at: cluster) }
            #expect(found == expected)
        }
    }

    @Test(arguments: [("/app", "/app/"), ("/app?y=1&z=%2F", "/app/?y=1&z=%2F")])
    func rewritingSendsThePathWithoutSlashToItsFolder(_ path: String, _ location: String) throws {
        let labels = ["hosts": host, "context_root": "/app", "context_root_rewrite": "true"]
        try ServedCluster.serving(SampleService("web", labels, at: "10.0.9.3")) { cluster in
            let answer = try cluster.client.get(path, host: host)
            #expect(answer.status == 301)
            #expect(answer.headers.values(of: "Location") == [location])
        }
    }

    @Test func withoutRewritingThePathStaysAsItWas() throws {
        let labels = ["hosts": host, "context_root": "/app"]
        try ServedCluster.serving(SampleService("web", labels, at: "10.0.9.3")) { cluster in
            let paths = ["/app", "/app?y=1", "/app/", "/app/x?y=1", "/app//x", "/app/a%20b", "/app%2Fx", "/app/a/../x"]
            let lines = try paths.map { try requestLine(of: $0, at: cluster) }
            #expect(lines == paths.map { "GET \($0) HTTP/1.1" })
        }
    }

    @Test(arguments: ["false", "true"])
    func pathIsMatchedByWholeSegments(rewriting: String) throws {
        let labels = ["hosts": host, "context_root": "/app", "context_root_rewrite": rewriting]
        let others = [
            "/", "/application", "/app.html", "/App/x", "/x/app/", "/app/../secret", "/app/..%2Fsecret",
            "/app/%2e%2e/secret",
            "/app%252Fx",
        ]
        try ServedCluster.serving(SampleService("web", labels, at: "10.0.9.3")) { cluster in
            for path in others {
                let status = try cluster.client.get(path, host: host).status
                #expect(status == 404, "\(path)")
            }
            let above = try cluster.client.get("/app/../../etc", host: host)
            #expect(above.status == 400)
        }
    }

    @Test func pathsOfOneHostGoToTheirServices() throws {
        let services = (
            SampleService("site", ["hosts": host], at: "10.0.9.3"),
            SampleService("app", ["hosts": host, "context_root": "/app"], at: "10.0.9.4"),
            SampleService("deep", ["hosts": host, "context_root": "/app/deep"], at: "10.0.9.5")
        )
        try ServedCluster.serving(services.0, services.1, services.2) { cluster in
            let expected = [
                "/": "site.1", "/application": "site.1", "/app": "app.1", "/app/x": "app.1", "/app/deeper": "app.1",
                "/app/deep": "deep.1", "/app/deep/x": "deep.1", "/app/deep/../x": "app.1", "/app/../x": "site.1",
            ]
            let found = try answers(to: expected.keys) { try cluster.backend(answering: $0, host: host) }
            #expect(found == expected)
        }
    }

    // MARK: Peers

    @Test func servicesOfOneHostShareItsRequests() throws {
        let (one, two) = (
            SampleService("one", ["hosts": host], at: "10.0.9.3"), SampleService("two", ["hosts": host], at: "10.0.9.4")
        )
        try ServedCluster.serving(one, two) { cluster in
            let answers = try (1...20).map { _ in try cluster.backend(host: host) }
            #expect(Set(answers) == ["one.1", "two.1"])
        }
    }

    @Test func everyTaskAnswers() throws {
        let web = SampleService("web", ["hosts": host], at: "10.0.9.3", "10.0.9.4", "10.0.9.33")
        try ServedCluster.serving(web) { cluster in
            let answers = try (1...30).map { _ in try cluster.backend(host: host) }
            #expect(Set(answers) == ["web.1", "web.2", "web.3"])
        }
    }

    @Test func hostWithoutRunningTaskIsAnsweredByNobodyElse() throws {
        let (idle, idlePath) = (
            SampleService("idle", ["hosts": host]),
            SampleService("idle-path", ["hosts": "paths.example.org", "context_root": "/app"])
        )
        let every = SampleService("every", ["hosts": "*.example.org, paths.example.org"], at: "10.0.9.3")
        try ServedCluster.serving(idle, idlePath, every) { cluster in
            let statuses = [
                try cluster.client.get(host: host).status,
                try cluster.client.get("/app/x", host: "paths.example.org").status,
            ]
            #expect(statuses == [503, 503])
            let others = try ["paths.example.org", "other.example.org"].map { try cluster.backend(host: $0) }
            #expect(others == ["every.1", "every.1"])
        }
    }

    // MARK: Hosts

    /// A wildcard is a line of nginx's map, or a server block when it has a path: they must match the same names.
    @Test(arguments: [["hosts": "*.example.org"], ["hosts": "*.example.org", "context_root": "/app"]])
    func wildcardStandsForAllNamesBelow(_ labels: [String: String]) throws {
        let path = labels["context_root"] ?? "/"
        let every = SampleService("every", labels, at: "10.0.9.3")
        let exact = SampleService("exact", ["hosts": "www.example.org"], at: "10.0.9.4")
        try ServedCluster.serving(every, exact) { cluster in
            let expected = [
                "a.example.org": "every.1", "B.A.Example.ORG": "every.1", "www.example.org": "exact.1",
                "x.www.example.org": "every.1",
            ]
            let found = try answers(to: expected.keys) { try cluster.backend(answering: path, host: $0) }
            #expect(found == expected)
            for host in ["example.org", "xexample.org", "a.example.org.evil"] {
                let status = try cluster.client.get(path, host: host).status
                #expect(status == 503, "\(host)")
            }
        }
    }

    /// A host that is one pool of peers is a line of a table; with a second path it gets a server block.
    @Test(arguments: [
        SampleService("web", ["hosts": "app.example.org"], at: "10.0.9.3"),
        SampleService("web", ["hosts": "app.example.org"]),
    ])
    func hostIsServedAlikeHoweverItIsWritten(_ web: SampleService) throws {
        let second = SampleService("second", ["hosts": host, "context_root": "/second"], at: "10.0.9.9")
        var (line, block) = ([[String]](), [[String]]())
        try ServedCluster.serving(web) { line = try whatAClientSees(of: $0) }
        try ServedCluster.serving(web, second) { block = try whatAClientSees(of: $0) }
        #expect(line.count == Self.requests.count)
        for (line, block) in zip(line, block) { #expect(line == block) }
    }

    private static let requests: [(method: String, path: String, body: String)] = [
        ("GET", "/", ""), ("GET", "/a%20b//c/../d?e=%2F", ""), ("HEAD", "/x", ""), ("POST", "/form", "a=b"),
        ("DELETE", "/x", ""),
    ]

    /// Status line, headers and body of each answer, without what differs from request to request.
    private func whatAClientSees(of cluster: ServedCluster) throws -> [[String]] {
        let changing = ["Date", "X-Upstream-Addr", "X-Upstream-Response-Time"]
        let sent = [
            HTTPHeader(name: "Host", value: "APP.example.org:80"), HTTPHeader(name: "X-Request-ID", value: "1"),
        ]
        return try Self.requests.map { request in
            let answer = try cluster.client.send(request.method, request.path, sent, body: Array(request.body.utf8))
            let headers = answer.headers.filter { header in !changing.contains { header.isNamed($0) } }
            return [answer.startLine] + headers.map(\.description) + [answer.text]
        }
    }
}
