import RouteModel
import Testing

@testable import NginxCompiler

/// Which hosts are told to take most of a file.
@Suite struct ContributionTests {
    @Test func linesUpstreamsAndServersOfAHostAddUp() {
        let (line, upstream) = ("a.example 01234-a.example;\n", "upstream 01234-a.example { server 10.0.0.1; }\n")
        let server = "server { listen 80; server_name a.example; location / { return 404; } }\n"
        let file = "http {\nmap $host $backend {\n\(line)}\n\(upstream)option;\n\(server)}\n"
        let total = line.utf8.count + upstream.utf8.count + server.utf8.count
        #expect(contributions(to: Array(file.utf8)) == [Contribution(host: "a.example", bytes: total)])
    }

    @Test func largestComesFirstAndTiesGoByName() {
        let lines = "b 1;\na 2;\nlonger 3;\n"
        let file = "stream { map $ssl_preread_server_name $x {\n\(lines)} }\n"
        #expect(contributions(to: Array(file.utf8)).map(\.host) == ["longer", "a", "b"])
    }

    @Test func namesOfAServerShareItsBytes() {
        let server = "server { server_name a b; }\n"
        let found = contributions(to: Array("http {\n\(server)}".utf8))
        #expect(found.map(\.bytes) == [server.utf8.count / 2, server.utf8.count / 2])
    }

    @Test(arguments: [
        ("01234-_.a.example", "*.a.example"), ("fffff-default-backend", "default-backend"), ("own", "own"),
        ("0123g-a", "0123g-a"), ("01234", "01234"),
    ])
    func upstreamNamesItsHost(_ name: String, _ host: String) {
        let found = contributions(to: Array("http { upstream \(name) { server x; } }".utf8))
        #expect(found.map(\.host) == [ByteString(host.utf8)])
    }

    @Test(arguments: [
        "http { server { server_name 127.0.0.1; } }", "http { map $http_upgrade $x { websocket y; } }",
        "http { server { listen 80; } }", "http {",
    ])
    func otherBytesAreNobodys(_ text: String) { #expect(contributions(to: Array(text.utf8)).isEmpty) }
}
