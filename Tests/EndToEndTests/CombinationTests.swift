import TestSupport
import Testing

/// Labels that are right each by itself, in any combination: nginx takes what comes of them without a warning.
@Suite(.needsNginx)
struct CombinationTests {
    private static let hosts = ["a.org", "b.a.org", "*.a.org", "*.b.a.org", "c.org"]

    /// Values that a service may have, label by label.
    private static let values: [(label: String, values: [String])] = [
        ("context_root", ["/", "/app", "/app/deep", "/ws"]), ("context_root_rewrite", ["true"]),
        ("websocket_endpoints", ["/ws", "/", "/app/ws,/app", "/app"]), ("backend_mode", ["task", "dns"]),
        ("sticky_session_cookie", ["session", "my-sess"]), ("ip_hash", ["true"]), ("max_fails", ["0", "3"]),
        ("fail_timeout", ["5s"]), ("ssl_cert", ["one.pem", "two.pem"]), ("ssl_passthrough", ["true"]),
        ("ssl_only", ["true"]), ("ssl_backend", ["true"]), ("ssl_backend_tls_verify", ["authority.crt", "none"]),
        ("default_backend", ["true"]), ("backend_protocol", ["http", "https", "grpc"]),
        ("client_max_body_size", ["1k"]), ("connect_timeout", ["1s"]), ("read_timeout", ["500ms"]),
        ("buffering", ["true", "false"]),
        ("redirects", ["http://a.org,https://a.org", "http://c.org,http://b.a.org/x;http://b.a.org,http://c.org"]),
    ]

    private static let config = ["IPHash = true", "UpstreamZoneSize = 64", "HTTP2 = false", "UpstreamKeepalive = 4"]

    @Test(arguments: 0..<60 as Range<UInt64>)
    func nginxTakesIt(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let services = (1...Int.random(in: 1...6, using: &random)).map { service($0, using: &random) }
        let cluster = SampleCluster(services).under(config: random.pick(0...2, of: Self.config))
        let check = try NginxCheck(ofCompiled: try cluster.conf())
        #expect(check.passed && !check.output.contains("["), "\(services.map(\.labels)): \(check.output)")
    }

    private func service(_ number: Int, using random: inout SplitMix64) -> SampleService {
        var labels = ["hosts": random.pick(1...3, of: Self.hosts).joined(separator: ",")]
        for (label, values) in Self.values where random.once(in: 4) { labels[label] = random.pick(values) }
        let (name, first, second) = ("s\(number)", "10.0.9.\(number)", "10.0.9.\(number + 100)")
        switch Int.random(in: 0...3, using: &random) {
        case 0: return SampleService(name, labels)
        case 1: return SampleService(name, labels, at: first)
        case 2: return SampleService(name, labels, at: first, second)
        default: return SampleService(name, labels, virtualIP: first, running: number)
        }
    }
}
