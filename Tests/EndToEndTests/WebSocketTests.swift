import Testing

/// Paths at which clients may upgrade to a WebSocket, and all others, at which they may not.
@Suite(.needsNginx)
struct WebSocketTests {
    private let host = "app.example.org"

    private func service(_ labels: [String: String]) -> SampleService {
        SampleService("web", ["hosts": host].merging(labels) { $1 }, at: "10.0.9.3")
    }

    /// Labels, an endpoint, and the path that the service sees.
    static let endpoints: [(labels: [String: String], path: String, seen: String)] = [
        (["websocket_endpoints": "/ws"], "/ws", "/ws"),
        (["websocket_endpoints": "/ws"], "/ws/room?a=b", "/ws/room?a=b"),
        (["websocket_endpoints": "/ws, /chat/live"], "/chat/live", "/chat/live"),
        (["websocket_endpoints": "/"], "/any/path", "/any/path"),
        (["websocket_endpoints": "/ws", "context_root": "/app"], "/ws", "/ws"),
        (["websocket_endpoints": "/app/ws", "context_root": "/app"], "/app/ws/1", "/app/ws/1"),
        (["websocket_endpoints": "/app", "context_root": "/app"], "/app/ws", "/app/ws"),
        (
            ["websocket_endpoints": "/app/ws", "context_root": "/app", "context_root_rewrite": "true"],
            "/app/ws/1?a=b", "/ws/1?a=b"
        ),
    ]

    @Test(arguments: endpoints)
    func connectionIsUpgradedAtAnEndpoint(_ labels: [String: String], _ path: String, _ seen: String) throws {
        try SampleCluster(service(labels)).serving { cluster in
            let tunnel = try Tunnel(to: cluster.client.endpoint, path, host: host)
            #expect(tunnel.response.status == 101)
            #expect(tunnel.response.headers["Upgrade"]?.lowercased() == "websocket")
            #expect(tunnel.echo?.requestLine == "GET \(seen) HTTP/1.1")
            for text in ["hello", "again"] {
                let answer = try tunnel.answer(to: text)
                #expect(answer == text)
            }
        }
    }

    /// nginx passes on either all headers of a level or none: an endpoint that sets one must repeat the others.
    @Test func endpointKeepsAllHeaders() throws {
        try SampleCluster(service(["websocket_endpoints": "/ws"])).serving { cluster in
            let given = HTTPHeader(name: "Origin", value: "https://app.example.org")
            let tunnel = try Tunnel(to: cluster.client.endpoint, "/ws", host: host, given)
            let sent = try #require(tunnel.echo).headers
            let expected = [
                "Host": host, "X-Real-IP": "127.0.0.1", "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "http",
                "X-Forwarded-Host": host, "X-Forwarded-Port": "80", "Upgrade": "websocket", "Connection": "upgrade",
                "Origin": given.value, "Sec-WebSocket-Version": "13",
            ]
            for (name, value) in expected { #expect(sent.values(of: name) == [value], "\(name)") }
            #expect(sent.values(of: "X-Request-ID").map(\.utf8.count) == [32])
        }
    }

    @Test(arguments: [
        (["websocket_endpoints": "/ws"], "/other"), (["websocket_endpoints": "/ws"], "/wsx"), ([:], "/ws"),
        (["websocket_endpoints": "/app/ws", "context_root": "/app"], "/app/other"),
    ])
    func connectionIsNotUpgradedElsewhere(_ labels: [String: String], _ path: String) throws {
        try SampleCluster(service(labels)).serving { cluster in
            let upgrade = [
                HTTPHeader(name: "Upgrade", value: "websocket"), HTTPHeader(name: "Connection", value: "upgrade"),
            ]
            let answer = try cluster.client.send("GET", path, [HTTPHeader(name: "Host", value: host)] + upgrade)
            #expect(answer.status == 200)
            let sent = try #require(Echo(answer)).headers
            #expect(sent["Upgrade"] == nil && sent["Connection"] == "close")
        }
    }

    /// What is no WebSocket is not let through either: h2c has been used to pass by a proxy's rules.
    @Test(arguments: ["h2c", "websocket, h2c", "TLS/1.0"])
    func endpointUpgradesToNothingElse(_ upgrade: String) throws {
        try SampleCluster(service(["websocket_endpoints": "/ws"])).serving { cluster in
            let headers = [
                HTTPHeader(name: "Host", value: host), HTTPHeader(name: "Upgrade", value: upgrade),
                HTTPHeader(name: "Connection", value: "Upgrade"),
            ]
            let answer = try cluster.client.send("GET", "/ws", headers)
            #expect(answer.status == 200)
            #expect(Echo(answer)?.headers["Upgrade"] == nil)
        }
    }

    @Test func endpointAnswersPlainRequestsToo() throws {
        try SampleCluster(service(["websocket_endpoints": "/ws"])).serving { cluster in
            let echo = try #require(Echo(try cluster.client.get("/ws", host: host)))
            #expect(echo.headers["Upgrade"] == nil && echo.headers["Connection"] == "close")
        }
    }
}
