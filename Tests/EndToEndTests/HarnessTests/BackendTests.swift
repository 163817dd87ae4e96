import Testing

struct BackendTests {
    /// Starts a backend, lets `body` ask it, and stops it.
    private func withBackend(
        on address: String = "127.0.1.7", status: Int = 200, headers: [HTTPHeader] = [],
        _ body: (Backend) throws -> Void
    ) throws {
        let backend = try Backend("task", on: .free(on: address), status: status, headers: headers)
        defer { backend.stop() }
        try body(backend)
    }

    @Test(arguments: ["127.0.0.1", "127.9.8.7"] + (Endpoint.machineHasIPv6 ? ["::1"] : []))
    func answersOn(_ address: String) throws {
        try withBackend(on: address) { backend in
            let response = try HTTPClient(backend.endpoint).get("/a", host: "Task.example.org")
            #expect(response.text == "task\nGET /a HTTP/1.1\nHost: Task.example.org\n")
        }
    }

    @Test(arguments: [
        ("GET", 200, true), ("HEAD", 200, false), ("GET", 204, false), ("GET", 304, false), ("GET", 500, true),
    ])
    func answersWith(_ method: String, status: Int, hasBody: Bool) throws {
        let cookies = [HTTPHeader(name: "Set-Cookie", value: "a=1"), HTTPHeader(name: "Set-Cookie", value: "b=2")]
        try withBackend(status: status, headers: cookies) { backend in
            let response = try HTTPClient(backend.endpoint).send(method, "/", [])
            #expect(response.status == status)
            #expect(response.body.isEmpty != hasBody)
            #expect(response.headers.values(of: "set-cookie") == ["a=1", "b=2"])
        }
    }

    @Test func whatFollowsAnUpgradeIsTheBody() throws {
        try withBackend(status: 101, headers: [HTTPHeader(name: "Upgrade", value: "websocket")]) { backend in
            let response = try HTTPClient(backend.endpoint).get("/socket", host: "task.example.org")
            #expect(response.status == 101)
            #expect(Echo(response)?.requestLine == "GET /socket HTTP/1.1")
        }
    }

    @Test func servesManyConnectionsAtOnceAndKeepsThemAlive() throws {
        try withBackend { backend in
            let connections = try (1...50).map { _ in try Socket.connected(to: backend.endpoint) }
            for path in ["/first", "/second"] {
                for connection in connections { try connection.send(Array("GET \(path) HTTP/1.1\r\n\r\n".utf8)) }
                for connection in connections {
                    var reader = HTTPReader(.responses(toMethod: "GET"))
                    reader.append(try connection.receive(before: Deadline()))
                    #expect(try reader.next().flatMap { Echo($0) }?.requestLine == "GET \(path) HTTP/1.1")
                }
            }
        }
    }

    @Test func bodyOfARequestIsNotTakenForTheNextRequest() throws {
        try withBackend { backend in
            let response = try HTTPClient(backend.endpoint).send(
                "POST", "/", [], body: Array("GET / HTTP/1.1\r\n\r\n".utf8))
            #expect(Echo(response)?.headers == [HTTPHeader(name: "Content-Length", value: "18")])
        }
    }

    @Test func stoppedBackendIsGone() throws {
        let backend = try Backend("task", on: .free(on: "127.0.1.8"))
        backend.stop()
        #expect(throws: SystemError.self) { try HTTPClient(backend.endpoint).get(host: "task.example.org") }
    }

    @Test(arguments: ["10.0.0.1", "0.0.0.0", "::", "localhost"])
    func onlyLoopbackAddressesAreOffered(_ address: String) {
        #expect(throws: NotLoopback.self) { try Backend("task", on: Endpoint(address, 1)) }
    }
}
