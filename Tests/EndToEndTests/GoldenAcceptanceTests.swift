import RouteModel
import Testing

/// Every recorded nginx.conf is one that nginx takes.
@Suite(.needsNginx)
struct GoldenAcceptanceTests {
    @Test(arguments: RecordedCase.all)
    func nginxAcceptsWhatIsRecorded(_ recorded: RecordedCase) throws {
        let versions = try Self.versions(of: recorded)
        for file in recorded.confs {
            let isUsual = try #require(versions[file], "\(recorded.name)/\(file) is no cluster's").utf8.isEmpty
            let check = try NginxCheck(ofCompiled: try recorded.bytes(of: file), isForThisVersion: isUsual)
            #expect(check.passed, "\(recorded.name)/\(file): \(check.output)")
            #expect(!check.output.contains("["), "\(recorded.name)/\(file): \(check.output)")
        }
    }

    @Test func thereAreFilesToAccept() {
        #expect(RecordedCase.all.allSatisfy { !$0.confs.isEmpty })
        #expect(RecordedCase.all.count >= 15)
    }

    /// The nginx that each file of a case is compiled for; empty for the usual one.
    private static func versions(of recorded: RecordedCase) throws -> [String: String] {
        let clusters = try readSettings(try recorded.bytes(of: "config.toml")).extensions
        let versions = clusters.map { ("\($0.name).nginx.conf", $0.proxy.version.text) }
        return Dictionary(uniqueKeysWithValues: versions)
    }
}
