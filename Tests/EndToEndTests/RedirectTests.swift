import Testing

/// Hosts whose plain HTTP is sent elsewhere.
@Suite(.needsNginx)
struct RedirectTests {
    private let old = "old.example.org"

    /// A host that is a line of the redirects, and one that is a server block: a wildcard covers it.
    static let layouts: [[SampleService]] = [
        [], [SampleService("every", ["hosts": "*.example.org", "context_root": "/every"], at: "10.0.9.9")],
    ]

    private func service(to target: String, _ labels: [String: String] = [:]) -> SampleService {
        let own = ["hosts": "old.example.org,new.example.org", "redirects": "http://\(old), \(target)"]
        return SampleService("web", own.merging(labels) { $1 }, at: "10.0.9.3")
    }

    @Test(arguments: layouts, ["/", "/x?y=1&z=%2F", "//x", "/a%20b/../c"])
    func requestIsSentToTheTargetWithPathAndQuery(_ others: [SampleService], _ path: String) throws {
        try SampleCluster([service(to: "http://new.example.org")] + others).serving { cluster in
            let answer = try cluster.client.get(path, host: old)
            #expect(answer.status == 302)
            #expect(answer.headers.values(of: "Location") == ["http://new.example.org\(path)"])
            #expect(answer.headers["X-Upstream-Addr"] == nil)
        }
    }

    @Test(arguments: [
        ("https://new.example.org", "https://new.example.org/x?y"),
        ("https://new.example.org:8443/", "https://new.example.org:8443/x?y"),
        ("http://new.example.org/moved/", "http://new.example.org/moved/x?y"),
        ("https://elsewhere.example.com/a%20b", "https://elsewhere.example.com/a%20b/x?y"),
    ])
    func targetMayHavePortAndPath(_ target: String, _ location: String) throws {
        try SampleCluster(service(to: target)).serving { cluster in
            let answer = try cluster.client.get("/x?y", host: "OLD.example.org:80")
            #expect(answer.status == 302)
            #expect(answer.headers.values(of: "Location") == [location])
            let other = try cluster.backend(host: "new.example.org")
            #expect(other == "web.1", "only the source is redirected")
        }
    }

    @Test(arguments: layouts)
    func requestsOverTLSAreServed(_ others: [SampleService]) throws {
        let labels = [
            "hosts": "one.example.org", "ssl_cert": "one.pem",
            "redirects": "http://one.example.org,https://one.example.org",
        ]
        let web = SampleService("web", labels, at: "10.0.9.3")
        try SampleCluster([web] + others).serving { cluster in
            let plain = try cluster.client.get("/x?y", host: "one.example.org")
            #expect(plain.status == 302)
            #expect(plain.headers.values(of: "Location") == ["https://one.example.org/x?y"])
            let secure = try cluster.tlsClient.get("/x?y", host: "one.example.org").response
            #expect(secure.status == 200)
            #expect(Echo(secure)?.requestLine == "GET /x?y HTTP/1.1")
        }
    }

    @Test func redirectsThatLeadBackAreNotFollowedForEver() throws {
        let labels = [
            "hosts": "old.example.org,new.example.org",
            "redirects": "http://old.example.org,http://new.example.org;http://new.example.org,http://old.example.org",
        ]
        try SampleCluster(SampleService("web", labels, at: "10.0.9.3")).serving { cluster in
            let first = try cluster.client.get("/", host: "old.example.org")
            #expect(first.status == 302)
            #expect(first.headers.values(of: "Location") == ["http://new.example.org/"])
            let last = try cluster.backend(host: "new.example.org")
            #expect(last == "web.1")
        }
    }
}
