import Testing

/// Headers of answers, wherever an answer comes from.
@Suite(.needsNginx)
struct ResponseHeaderTests {
    private static let host = "app.example.org"

    /// Every kind of place that passes requests on: labels, and a path there.
    static let places: [(labels: [String: String], path: String)] = [
        ([:], "/"), (["context_root": "/app"], "/app"), (["context_root": "/app"], "/app/x"),
        (["context_root": "/app", "context_root_rewrite": "true"], "/app/x"),
        (["websocket_endpoints": "/ws"], "/ws"), (["websocket_endpoints": "/ws"], "/"),
        (["client_max_body_size": "1m", "buffering": "false"], "/"), (["sticky_session_cookie": "a"], "/"),
        (["default_backend": "true"], "/"), (["default_backend": "true", "context_root": "/app"], "/app"),
    ]

    private static let accelerations = [
        HTTPHeader(name: "X-Accel-Redirect", value: "/nginx_status"),
        HTTPHeader(name: "X-Accel-Limit-Rate", value: "1"), HTTPHeader(name: "X-Accel-Charset", value: "koi8-r"),
    ]

    private func cluster(_ labels: [String: String]) -> SampleCluster {
        let own = ["hosts": Self.host, "ssl_cert": "app.pem"]
        return SampleCluster(SampleService("web", own.merging(labels) { $1 }, at: "10.0.9.3"))
    }

    @Test(arguments: places)
    func taskCannotRedirectWithinTheProxy(_ labels: [String: String], _ path: String) throws {
        var cluster = cluster(labels)
        cluster.answering = Self.accelerations
        try cluster.serving { cluster in
            for answer in [
                try cluster.client.get(path, host: Self.host),
                try cluster.tlsClient.get(path, host: Self.host).response,
            ] {
                #expect(answer.status == 200)
                #expect(Echo(answer)?.backend == "web.1")
                #expect(answer.headers["Content-Type"] == "text/plain", "no charset of the task's choice")
            }
        }
    }

    @Test func taskOverHTTP2CannotRedirectWithinTheProxy() throws {
        try FrontedBackend.running("web.1", speaking: .http2, answering: Self.accelerations) { endpoint in
            let cluster = cluster(["backend_protocol": "grpc"]).replacing("10.0.9.3:8000", by: endpoint)
            try cluster.serving { cluster in
                let answer = try cluster.client.get(host: Self.host)
                #expect(answer.status == 200)
                #expect(Echo(answer)?.backend == "web.1")
            }
        }
    }

    @Test(arguments: places, [false, true])
    func answerTellsOfTheProxyUnlessHidden(_ place: ([String: String], String), _ isHidden: Bool) throws {
        let names = ["X-Request-ID", "X-Proxy-ID", "X-Server-Info", "X-Upstream-Addr", "X-Upstream-Response-Time"]
        try cluster(place.0).under(config: ["HideInfoHeaders = \(isHidden)"]).serving { cluster in
            let answer = try cluster.client.get(place.1, host: Self.host)
            for name in names { #expect(answer.headers.values(of: name).count == (isHidden ? 0 : 1), "\(name)") }
        }
    }

    @Test(arguments: places)
    func requestKeepsItsIDOrGetsOne(_ labels: [String: String], _ path: String) throws {
        try cluster(labels).serving { cluster in
            let given = try cluster.client.get(path, host: Self.host, HTTPHeader(name: "x-request-id", value: "abc-1"))
            #expect(Echo(given)?.headers.values(of: "X-Request-ID") == ["abc-1"])
            #expect(given.headers.values(of: "X-Request-ID") == ["abc-1"])
            let made = try cluster.client.get(path, host: Self.host)
            let id = try #require(made.headers["X-Request-ID"])
            #expect(id.utf8.count == 32)
            #expect(Echo(made)?.headers.values(of: "X-Request-ID") == [id])
        }
    }

    /// nginx passes on either all headers of a level or none.
    @Test(arguments: places)
    func taskLearnsOfTheClientEverywhere(_ labels: [String: String], _ path: String) throws {
        try cluster(labels).serving { cluster in
            let forged = [
                "X-Real-IP", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "Proxy", "Forwarded",
            ]
            let headers = forged.map { HTTPHeader(name: $0, value: "forged") }
            let all = [HTTPHeader(name: "Host", value: Self.host)] + headers
            let sent = try #require(Echo(try cluster.client.send("GET", path, all))).headers
            let expected = [
                "Host": Self.host, "X-Real-IP": "127.0.0.1", "X-Forwarded-For": "127.0.0.1",
                "X-Forwarded-Proto": "http", "X-Forwarded-Host": Self.host, "X-Forwarded-Port": "80",
            ]
            for (name, value) in expected { #expect(sent.values(of: name) == [value], "\(name)") }
            #expect(sent["Proxy"] == nil && sent["Forwarded"] == nil)
        }
    }
}
