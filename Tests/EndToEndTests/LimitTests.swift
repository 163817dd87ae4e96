import Testing

/// What a service asks for beyond the operator's settings.
@Suite(.needsNginx)
struct LimitTests {
    private let host = "app.example.org"

    private func service(_ labels: [String: String], at address: String = "10.0.9.3") -> SampleService {
        SampleService("web", ["hosts": host].merging(labels) { $1 }, at: address)
    }

    private func post(_ count: Int, to cluster: ServedCluster, host: String) throws -> HTTPMessage {
        let body = [UInt8](repeating: UInt8(ascii: "x"), count: count)
        return try cluster.client.send("POST", "/", [HTTPHeader(name: "Host", value: host)], body: body)
    }

    // MARK: Sizes

    @Test func largeBodyIsRefusedForItsServiceAlone() throws {
        let other = SampleService("other", ["hosts": "other.example.org"], at: "10.0.9.4")
        try SampleCluster(service(["client_max_body_size": "1k"]), other).serving { cluster in
            let statuses = try [(1024, host), (1025, host), (1025, "other.example.org")].map {
                try post($0, to: cluster, host: $1).status
            }
            #expect(statuses == [200, 413, 200])
        }
    }

    @Test func limitOfTheOperatorHoldsElsewhere() throws {
        let other = SampleService("other", ["hosts": "other.example.org"], at: "10.0.9.4")
        let cluster = SampleCluster(service(["client_max_body_size": "0"]), other)
        try cluster.under(config: ["ClientMaxBodySize = \"2k\""]).serving { cluster in
            let statuses = try [(2048, "other.example.org"), (2049, "other.example.org"), (4096, host)].map {
                try post($0, to: cluster, host: $1).status
            }
            #expect(statuses == [200, 413, 200])
        }
    }

    // MARK: Times

    @Test(arguments: [["read_timeout": "200ms"], ["read_timeout": "200ms", "context_root": "/app"]])
    func silentTaskIsGivenUp(_ labels: [String: String]) throws {
        let path = labels["context_root"] ?? "/"
        try SampleCluster(service(labels)).serving { cluster in
            let silence = HTTPHeader(name: "X-Answer", value: "nothing")
            let answer = try cluster.client.get(path, host: host, silence)
            #expect(answer.status == 504)
            let next = try cluster.client.get(path, host: host)
            #expect(next.status == 200)
        }
    }

    /// A socket that listens but whose queue is full accepts nobody.
    @Test func taskThatDoesNotAcceptIsGivenUp() throws {
        let full = try FullSocket()
        let web = service(["connect_timeout": "200ms"])
        try SampleCluster(web).replacing("10.0.9.3:8000", by: full.endpoint).serving { cluster in
            let answer = try cluster.client.get(host: host)
            #expect(answer.status == 504)
        }
    }

    // MARK: Buffering

    /// Whether a task gets the head of a request before its body is there.
    @Test(arguments: [("false", true), ("true", false)])
    func bodyIsCollectedFirstUnlessTheServiceWantsItAtOnce(_ buffering: String, _ comesAtOnce: Bool) throws {
        let task = try Endpoint.free(on: "127.0.1.12")
        let listener = try Socket.listening(onFree: task)
        let cluster = SampleCluster(service(["buffering": buffering])).replacing("10.0.9.3:8000", by: task)
        try cluster.serving { cluster in
            let connection = try Socket.connected(to: cluster.client.endpoint)
            let head = "POST / HTTP/1.1\r\nHost: \(host)\r\nContent-Length: 10\r\n\r\nhalf-"
            try connection.send(Array(head.utf8))
            let comes = listener.hasConnection(before: Deadline(after: .milliseconds(comesAtOnce ? 5000 : 300)))
            #expect(comes == comesAtOnce)
        }
    }

    /// Whether a client gets the beginning of an answer before its end is there.
    @Test(arguments: [("false", true), ("true", false)])
    func answerIsCollectedFirstUnlessTheServiceWantsItAtOnce(_ buffering: String, _ comesAtOnce: Bool) throws {
        let task = try Endpoint.free(on: "127.0.1.12")
        let listener = try Socket.listening(onFree: task)
        let cluster = SampleCluster(service(["buffering": buffering])).replacing("10.0.9.3:8000", by: task)
        try cluster.serving { cluster in
            let connection = try Socket.connected(to: cluster.client.endpoint)
            try connection.send(Array("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n".utf8))
            #expect(listener.hasConnection(before: Deadline()))
            let peer = try listener.accepted()
            try peer.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf-".utf8))
            var received: [UInt8] = []
            let deadline = Deadline(after: .milliseconds(comesAtOnce ? 5000 : 300))
            while !received.containsText("half-"), let more = try? connection.receive(before: deadline), !more.isEmpty {
                received += more
            }
            #expect(received.containsText("half-") == comesAtOnce)
        }
    }

    // MARK: Failures

    /// With `max_fails=0` a task that fails is asked again and again; else it is passed over for a while.
    @Test(arguments: [("0", 4...4), ("1", 1...2)])
    func failingTaskIsPassedOver(_ maxFails: String, _ failures: ClosedRange<Int>) throws {
        let labels = ["hosts": host, "max_fails": maxFails, "fail_timeout": "60s", "read_timeout": "100ms"]
        let web = SampleService("web", labels, at: "10.0.9.3", "10.0.9.4")
        let mute = try Endpoint.free(on: "127.0.1.12")
        let listener = try Socket.listening(on: mute)
        try SampleCluster(web).replacing("10.0.9.3:8000", by: mute).serving { cluster in
            for _ in 1...8 {
                let backend = try cluster.backend(host: host)
                #expect(backend == "web.2", "the other task answers instead")
            }
            var asked = 0
            while listener.hasConnection(before: Deadline(after: .zero)), let _ = try? listener.accepted() {
                asked += 1
            }
            #expect(failures.contains(asked), "\(asked)")
        }
    }

    @Test func failedAnswerIsAskedOfAnotherTask() throws {
        let web = SampleService("web", ["hosts": host], at: "10.0.9.3", "10.0.9.4")
        let closed = try Endpoint.free(on: "127.0.1.12")
        try SampleCluster(web).replacing("10.0.9.3:8000", by: closed).serving { cluster in
            let answers = try (1...6).map { _ in try cluster.backend(host: host) }
            #expect(answers.allSatisfy { $0 == "web.2" })
        }
    }

    // MARK: gRPC

    /// nginx speaks HTTP/2 to the task whatever the client speaks.
    @Test(arguments: [[:], ["context_root": "/app"], ["context_root": "/app", "client_max_body_size": "1m"]])
    func taskIsSpokenToOverHTTP2(_ labels: [String: String]) throws {
        let path = (labels["context_root"] ?? "") + "/service.Name/Method"
        try FrontedBackend.running("web.1", speaking: .http2) { endpoint in
            let web = service(["backend_protocol": "grpc"].merging(labels) { $1 })
            try SampleCluster(web).replacing("10.0.9.3:8000", by: endpoint).serving { cluster in
                let answer = try cluster.client.get(path, host: host)
                let echo = try #require(Echo(answer))
                #expect(echo.backend == "web.1" && echo.requestLine.hasPrefix("GET \(path) "))
                for (name, value) in ["Host": host, "X-Real-IP": "127.0.0.1", "X-Forwarded-Port": "80"] {
                    #expect(echo.headers.values(of: name) == [value], "\(name)")
                }
            }
        }
    }

    @Test func taskThatSpeaksNoHTTP2IsABadGateway() throws {
        let labels = ["backend_protocol": "grpc", "read_timeout": "500ms"]
        try SampleCluster(service(labels)).serving { cluster in
            let status = try #require(try cluster.client.get(host: host).status)
            #expect([502, 504].contains(status))
        }
    }
}
