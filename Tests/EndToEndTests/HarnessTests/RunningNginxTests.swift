import Foundation
import Testing

@Test(.enabled(if: Nginx.isRequired, "only where NGINXGEN_REQUIRE_NGINX=1 asks for nginx"))
func nginxIsInstalledWhereItIsRequired() {
    #expect(Nginx.canBeAsked, "NGINXGEN_REQUIRE_NGINX=1, but nginx or openssl is not installed")
}

@Suite(.needsNginx)
struct RunningNginxTests {
    private let one: Endpoint
    private let two: Endpoint
    private let proxy: Endpoint

    init() throws {
        one = try .free(on: "127.0.1.5")
        two = try .free(on: "127.0.1.6")
        proxy = try .free(on: "127.0.0.11")
    }

    private var client: HTTPClient { HTTPClient(proxy) }

    private func start(_ site: Site) throws -> RunningNginx {
        try RunningNginx(site.configuration, adaptedBy: Site.adaptation(to: proxy), listeningOn: proxy)
    }

    /// Runs the backends `one` and `two`, and nginx in front of them, while `body` lasts.
    private func serving(_ site: Site, _ body: (RunningNginx) throws -> Void) throws {
        let backends = [try Backend("one", on: one), try Backend("two", on: two)]
        defer { backends.forEach { $0.stop() } }
        let nginx = try start(site)
        defer { #expect(throws: Never.self) { try nginx.stop() } }
        try body(nginx)
    }

    private func nameOfBackend(answering host: String) throws -> String? {
        Echo(try client.get(host: host))?.backend
    }

    @Test func eachHostIsAnsweredByItsBackendInAnyCapitals() throws {
        try serving(["one.example.org": one, "two.example.org": two]) { _ in
            let hosts = ["one.example.org", "ONE.Example.ORG", "two.example.org", "Two.Example.org"]
            let answers = try hosts.map(nameOfBackend)
            #expect(answers == ["one", "one", "two", "two"])
        }
    }

    @Test func unknownHostIsRefusedAndLogged() throws {
        try serving(["one.example.org": one]) { nginx in
            let response = try client.get("/nowhere", host: "other.example.org")
            #expect(response.status == 503)
            #expect(Echo(response) == nil)
            #expect(Deadline().passes { nginx.output.utf8.firstRange(of: Array("/nowhere".utf8)) != nil })
        }
    }

    @Test func backendShowsWhatTheProxySent() throws {
        try serving(["one.example.org": one]) { _ in
            let header = HTTPHeader(name: "X-Trace", value: "a b")
            let echo = try #require(Echo(try client.get("/path?q=1", host: "ONE.example.org", header)))
            #expect(echo.requestLine == "GET /path?q=1 HTTP/1.1")
            #expect(echo.headers == [HTTPHeader(name: "Host", value: "ONE.example.org"), header])
        }
    }

    @Test func reloadSwitchesEveryRequest() throws {
        try serving(["app.example.org": one]) { nginx in
            for (backend, name) in [(two, "two"), (one, "one")] {
                try nginx.reload((["app.example.org": backend] as Site).configuration)
                let answers = try (1...20).map { _ in try nameOfBackend(answering: "app.example.org") }
                #expect(Set(answers) == [name])
            }
        }
    }

    @Test func refusedReloadKeepsTheOldConfiguration() throws {
        try serving(["app.example.org": one]) { nginx in
            let broken = (["app.example.org": two] as Site).configuration + Array("broken;".utf8)
            #expect(throws: NginxFailure.self) { try nginx.reload(broken) }
            let answer = try nameOfBackend(answering: "app.example.org")
            #expect(answer == "one")
        }
    }

    @Test func brokenConfigurationIsReportedInNginxsWords() throws {
        let error = try #require(throws: NginxFailure.self) {
            try RunningNginx(Array("events {}\nhttp { serve {} }\n".utf8), adaptedBy: [:], listeningOn: proxy)
        }
        #expect(error.output.utf8.firstRange(of: Array(#"unknown directive "serve""#.utf8)) != nil)
        #expect(error.output.utf8.firstRange(of: Array("nginx.conf:2".utf8)) != nil)
    }

    @Test func streamBlockRuns() throws {
        let backend = try Backend("one", on: one)
        defer { backend.stop() }
        let stream = "pid nginx.pid;\nevents {}\nstream {\n    server { listen \(proxy); proxy_pass \(one); }\n}\n"
        let nginx = try RunningNginx(Array(stream.utf8), adaptedBy: [:], listeningOn: proxy)
        defer { #expect(throws: Never.self) { try nginx.stop() } }
        let answer = try nameOfBackend(answering: "app.example.org")
        #expect(answer == "one")
    }

    @Test func stopLeavesNoProcessAndNoFolder() throws {
        let nginx = try start([:])
        let processes = nginx.children.union([NginxProcess(pid: nginx.pid)])
        #expect(processes.count > 1)
        try nginx.stop()
        #expect(processes.filter(\.isRunning).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: nginx.folder.path))
    }

    @Test func stopKillsWhatDoesNotEnd() throws {
        let nginx = try start(["app.example.org": one])
        let processes = nginx.children
        let connection = try Socket.connected(to: proxy)
        let head = "POST / HTTP/1.1\r\nHost: app.example.org\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"
        try connection.send(Array(head.utf8))
        #expect(try connection.receive(before: Deadline()).starts(with: Array("HTTP/1.1 100".utf8)))
        try nginx.stop(within: .milliseconds(100))
        #expect(Deadline().passes { !processes.contains(where: \.isRunning) })
    }
}
