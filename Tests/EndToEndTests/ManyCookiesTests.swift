import Testing

/// Cookies that need a variable each.
@Suite(.needsNginx)
struct ManyCookiesTests {
    /// nginx warns where its hash of variables has too few places for them.
    @Test func nginxHasPlacesForTheirVariables() throws {
        let services = (0..<1_500).map { number in
            let labels = ["hosts": "h\(number).example.org", "sticky_session_cookie": "c-\(number)"]
            return SampleService("s\(number)", labels, at: "10.0.9.3", "10.0.9.4")
        }
        let check = try NginxCheck(ofCompiled: try SampleCluster(services).conf())
        #expect(check.passed && !check.output.contains("["), "\(check.output)")
    }
}
