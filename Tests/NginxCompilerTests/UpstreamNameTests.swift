import Testing

@testable import NginxCompiler
@testable import RouteModel

/// Five digits of a hash (FNV-1a of the path, then the host) and the host: the same in every version, so that a new one
/// changes no file.
@Suite struct UpstreamNameTests {
    private static let parts = String(repeating: String(repeating: "a", count: 49) + ".", count: 3)

    @Test(
        arguments: [
            ("a.example", "/", "76dcd-a.example"), ("a.example", "/api", "e15a9-a.example"),
            ("*.example", "/", "87758-_.example"), ("h5978.example", "/", "0003f-h5978.example"),
            ("h23760.example", "/", "00008-h23760.example"),
            (parts + String(repeating: "b", count: 50), "/", "411d5-" + parts + String(repeating: "b", count: 50)),
            (parts + String(repeating: "b", count: 51), "/", "a19f5-" + parts + String(repeating: "b", count: 50)),
        ])
    func areMadeOfHostsAndPaths(_ host: String, _ path: String, _ expected: String) throws {
        var names = UpstreamNames()
        let (host, path) = (try #require(Hostname(host.utf8)), try #require(PathPrefix(path.utf8)))
        #expect(names.newName(for: host, path) == expected)
        #expect(names.newName(for: host, path) == expected + "-2")
    }

    @Test func thatOfUnknownHostsIsTheDefaultBackends() {
        var names = UpstreamNames()
        #expect(names.newName(for: nil, .root) == "189fe-default-backend")
    }

    /// Upstreams whose hosts and paths have the same hash: looking for a free number from the first on would take minutes.
    @Test(.timeLimit(.minutes(1)))
    func namesThatCollideStayApart() throws {
        let settings = try readSettings(Array("[Extensions.default]\n".utf8))
        var upstreams = Upstreams(ofConnectionsWith: try ProxyOptions(settings.extensions[0], for: .builtIn()))
        let pool = Upstream(peers: [], affinity: nil)
        let names = (0..<30_000).map { _ in upstreams.add(pool, of: nil, .root, isSharable: false) }
        #expect(Set(names).count == names.count)
        #expect(names[0].hasSuffix("-default-backend") && names[1] == names[0] + "-2" && names[2] == names[0] + "-3")
    }
}
