import NginxCompiler
import Testing

/// A configuration in several files says the same as in one.
@Suite(.needsNginx)
struct SplitConfigTests {
    /// Much less than what has to stay in the main file.
    private static let limit = 2_000

    private static let numbers = 0..<15

    /// Hosts of every kind: lines with an address, lines with an upstream, servers with a path, redirects, hosts with a
    /// certificate, and hosts whose TLS goes on as it is.
    private static let services = numbers.flatMap { number in
        [
            SampleService("a\(number)", ["hosts": "a\(number).example.org"], at: "10.0.9.4"),
            SampleService("p\(number)", ["hosts": "p\(number).example.org"], at: "10.0.9.4", "10.0.9.5"),
            SampleService(
                "c\(number)",
                ["hosts": "c\(number).example.org", "context_root": "/app", "context_root_rewrite": "true"],
                at: "10.0.9.4", "10.0.9.5"),
            SampleService(
                "r\(number)",
                [
                    "hosts": "r\(number).example.org",
                    "redirects": "http://r\(number).example.org,http://a\(number).example.org",
                ], at: "10.0.9.4"),
            SampleService("t\(number)", ["hosts": "t\(number).example.org", "ssl_cert": "one.pem"], at: "10.0.9.4"),
            SampleService(
                "x\(number)", ["hosts": "x\(number).example.org", "ssl_passthrough": "true"], at: "10.0.9.3"),
        ]
    }

    @Test func everyKindOfStatementIsMoved() throws {
        let set = split(try SampleCluster(Self.services).conf(), limit: Self.limit)
        #expect(set.parts.allSatisfy { $0.bytes.count <= Self.limit })
        let stream = try #require(set.main.bytes.firstRange(of: Array("\nstream {".utf8)))
        #expect(set.main.bytes[stream.lowerBound...].containsText("include map-"))
        let http = set.main.bytes[..<stream.lowerBound]
        for text in ["upstream ", "server {", "a3.example.org 10.0.9.4:8000;", "r3.example.org http://a3.example.org;"]
        {
            #expect(!http.containsText("    \(text)"), "\(text)")
            #expect(set.parts.contains { $0.bytes.containsText(text) }, "\(text)")
        }
    }

    @Test func answersAreThoseOfTheSingleFile() throws {
        let task = try Backend("web.1", on: .free(on: "127.0.1.15"))
        defer { task.stop() }
        try FrontedBackend.running("tenant.1", speaking: .tls(certificate: "tenant")) { tenant in
            let cluster = SampleCluster(Self.services).replacing("10.0.9.3:8000", by: tenant)
                .replacing("10.0.9.4:8000", by: task.endpoint).replacing("10.0.9.5:8000", by: task.endpoint)
            let (expected, found) = (try answers(of: cluster), try answers(of: cluster.split(at: Self.limit)))
            #expect(expected.count > 100 && expected.contains { $0.contains("HTTP/1.1 302 Moved Temporarily") })
            for (found, expected) in zip(found, expected) { #expect(found == expected) }
        }
    }

    /// What a client sees of every host, and of one that nobody has.
    private func answers(of cluster: SampleCluster) throws -> [[String]] {
        var answers: [[String]] = []
        let id = HTTPHeader(name: "X-Request-ID", value: "1")
        try cluster.serving { cluster in
            for name in Self.services.map(\.name) + ["unknown"] {
                for path in ["/x?y", "/app/x"] {
                    let headers = [HTTPHeader(name: "Host", value: "\(name).example.org"), id]
                    answers.append(seen(of: try cluster.client.send("GET", path, headers)))
                }
            }
            for name in ["t0", "t7", "x0", "x7"] {
                let (certificate, answer) = try cluster.tlsClient.get("/x?y", host: "\(name).example.org", id)
                answers.append([certificate] + seen(of: answer))
            }
        }
        return answers
    }

    /// Status line, headers and body without what differs from request to request.
    private func seen(of answer: HTTPMessage) -> [String] {
        let changing = ["Date", "X-Upstream-Response-Time"]
        let headers = answer.headers.filter { header in !changing.contains { header.isNamed($0) } }
        return [answer.startLine] + headers.map(\.description) + [answer.text]
    }
}
