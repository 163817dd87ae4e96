import Testing

@testable import NginxCompiler
@testable import RouteModel

/// Upstreams whose hosts and paths have the same hash.
@Suite struct UpstreamNameTests {
    /// Looking for a free number from the first on would take minutes.
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
