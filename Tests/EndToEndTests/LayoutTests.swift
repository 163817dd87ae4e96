import Testing

/// A plain host is a line of a table with an address, a line with an upstream, a server block that it shares, or one of its
/// own, whatever nginx pays least for: the same requests must give the same answers.
@Suite(.needsNginx)
struct LayoutTests {
    private static let host = "app.example.org"

    /// Ways in which the host `app.example.org` comes to be written, and a text that its file has then.
    enum Way: String, CaseIterable {
        case address, upstream, virtualIP, limit, path, crowd

        /// The host's service, or services.
        var services: [SampleService] {
            let labels = ["hosts": host, "ssl_cert": "app.pem"]
            let pair = SampleService("web", labels, at: "10.0.9.3", "10.0.9.4")
            return switch self {
            case .address: [SampleService("web", labels, at: "10.0.9.3")]
            case .upstream: [pair]
            case .virtualIP: [SampleService("web", labels, virtualIP: "10.0.9.3", running: 3)]
            case .limit:
                ["web", "others"].map { name in
                    let hosts = name == "web" ? host : "a.example.org,z.example.org"
                    return SampleService(
                        name, ["hosts": hosts, "ssl_cert": "app.pem", "client_max_body_size": "64m"], at: "10.0.9.3",
                        "10.0.9.4")
                }
            case .path: [pair, SampleService("other", ["hosts": host, "context_root": "/other"], at: "10.0.9.4")]
            case .crowd: [pair] + Self.others
            }
        }

        /// With that of the host more upstreams than a table may name: no two of them are the same.
        private static let others = (1...3_000).map { number in
            SampleService(
                "s\(number)", ["hosts": "s\(number).example.org", "fail_timeout": "\(number)s"], at: "10.0.9.3",
                "10.0.9.4")
        }

        var isLine: Bool { [.address, .upstream, .virtualIP, .limit].contains(self) }
        var hasServer: Bool { [.limit, .path, .crowd].contains(self) }
    }

    @Test(arguments: Way.allCases)
    func hostIsWrittenAsItIsMeantToBe(_ way: Way) throws {
        let conf = try SampleCluster(way.services).conf()
        #expect(conf.containsText("        \(Self.host) 10.0.9.3:8000;\n") == [.address, .virtualIP].contains(way))
        #expect(conf.containsText("\n        \(Self.host) ") == way.isLine)
        #expect(conf.containsText("        listen 80;\n        listen 443") == way.hasServer)
    }

    @Test(arguments: Way.allCases.dropFirst())
    func answersAreTheSame(_ way: Way) throws {
        let task = try Backend("web.1", on: .free(on: "127.0.1.14"))
        defer { task.stop() }
        let expected = try answers(of: .address, by: task.endpoint)
        let found = try answers(of: way, by: task.endpoint)
        #expect(expected.count == Self.requests.count + 2)
        for (found, expected) in zip(found, expected) { #expect(found == expected) }
    }

    // MARK: Requests

    private struct Request {
        var method = "GET"
        var path = "/"
        var headers: [HTTPHeader] = []
        var body = ""
        var host = "APP.example.org:80"
    }

    private static func header(_ name: String, _ value: String) -> HTTPHeader { HTTPHeader(name: name, value: value) }

    private static let requests = [
        Request(), Request(path: "/a%20b//c/../d?e=%2F&f"), Request(path: "http://app.example.org/absolute"),
        Request(method: "HEAD", path: "/x"), Request(method: "POST", path: "/form", body: "a=b"),
        Request(method: "DELETE", path: "/x"), Request(path: "/", headers: [header("X-Answer", "404")]),
        Request(headers: [header("X-Answer", "304")]), Request(headers: [header("X-Answer", "204")]),
        Request(headers: [header("X-Forwarded-For", "192.0.2.7"), header("X-Forwarded-Proto", "https")]),
        Request(headers: [header("Upgrade", "websocket"), header("Connection", "upgrade")]),
        Request(headers: [header("Proxy", "evil"), header("Forwarded", "for=192.0.2.7"), header("Cookie", "a=b")]),
        Request(path: "/nginx_status"), Request(host: "app.example.org."), Request(host: "unknown.example.org"),
    ]

    /// What the client and the task see of each request, and of one over TLS for the host and one for an unknown host.
    private func answers(of way: Way, by task: Endpoint) throws -> [[String]] {
        var answers: [[String]] = []
        let cluster = SampleCluster(way.services).answering(Self.header("X-Accel-Redirect", "/nginx_status"))
        try cluster.replacing("10.0.9.3:8000", by: task).replacing("10.0.9.4:8000", by: task).serving { cluster in
            for request in Self.requests {
                let headers = [Self.header("Host", request.host), Self.header("X-Request-ID", "1")] + request.headers
                let answer = try cluster.client.send(
                    request.method, request.path, headers, body: Array(request.body.utf8))
                answers.append(seen(of: answer))
            }
            for host in [Self.host, "unknown.example.org"] {
                let id = Self.header("X-Request-ID", "1")
                let (certificate, answer) = try cluster.tlsClient.get("/x?y", host: host, naming: Self.host, id)
                answers.append([certificate] + seen(of: answer))
            }
        }
        return answers
    }

    /// Status line, headers and body, which is the task's echo, without what differs from request to request.
    private func seen(of answer: HTTPMessage) -> [String] {
        let changing = ["Date", "X-Upstream-Response-Time"]
        let headers = answer.headers.filter { header in !changing.contains { header.isNamed($0) } }
        return [answer.startLine] + headers.map(\.description) + [answer.text]
    }
}
