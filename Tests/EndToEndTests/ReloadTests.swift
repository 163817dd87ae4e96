import Testing

/// A proxy that loads file after file while clients ask.
@Suite(.needsNginx)
struct ReloadTests {
    private static let host = "app.example.org"

    private static let web = SampleService("web", ["hosts": host], at: "10.0.9.3", "10.0.9.4")

    /// States of a Swarm one after the other: the host is written in every way, tasks come and go, others appear.
    private static let states = [
        SampleCluster(web),
        SampleCluster(SampleService("web", ["hosts": host], at: "10.0.9.3")),
        SampleCluster(SampleService("web", ["hosts": host, "websocket_endpoints": "/ws"], at: "10.0.9.4")),
        SampleCluster(
            web, SampleService("other", ["hosts": "other.example.org", "context_root": "/app"], at: "10.0.9.4")),
        SampleCluster(SampleService("web", ["hosts": host, "ssl_cert": "app.pem"], at: "10.0.9.4", "10.0.9.3")),
    ]

    @Test func noRequestFailsWhileFilesAreReplaced() throws {
        try Self.states[0].serving { cluster in
            let client = cluster.client
            let ask: @Sendable () throws -> String = {
                let answer = try client.get("/x", host: Self.host)
                return Echo(answer)?.backend ?? answer.startLine
            }
            let answers = try Load.running(clients: 3, ask: ask) { load in
                for state in Self.states.dropFirst() + Self.states {
                    let before = load.count
                    try cluster.reload(state)
                    #expect(Deadline().passes { load.count > before + 10 })
                }
            }
            #expect(Set(answers.keys) == ["web.1", "web.2"], "\(answers)")
        }
    }

    @Test func answerThatIsUnderWayIsNotCutOff() throws {
        let task = try Endpoint.free(on: "127.0.1.12")
        let listener = try Socket.listening(onFree: task)
        let slow = SampleService("slow", ["hosts": "slow.example.org"], at: "10.0.9.5")
        let both = SampleCluster(Self.web, slow).replacing("10.0.9.5:8000", by: task)
        try both.serving { cluster in
            let connection = try Socket.connected(to: cluster.client.endpoint)
            try connection.send(Array("GET / HTTP/1.1\r\nHost: slow.example.org\r\nConnection: close\r\n\r\n".utf8))
            try #require(listener.hasConnection(before: Deadline()))
            let peer = try listener.accepted()
            try cluster.reload(Self.states[0])
            let status = try cluster.client.get(host: "slow.example.org").status
            #expect(status == 503, "the new file does not know the host")
            try peer.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nlate".utf8))
            var received: [UInt8] = []
            let deadline = Deadline()
            while case let more = try connection.receive(before: deadline), !more.isEmpty { received += more }
            #expect(received.suffix(4).elementsEqual("late".utf8))
        }
    }
}
