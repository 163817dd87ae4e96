import Testing

/// Every recorded nginx.conf is one that nginx takes.
@Suite(.needsNginx)
struct GoldenAcceptanceTests {
    @Test(arguments: RecordedCase.all)
    func nginxAcceptsWhatIsRecorded(_ recorded: RecordedCase) throws {
        for file in recorded.confs {
            let check = try NginxCheck(ofCompiled: try recorded.bytes(of: file))
            #expect(check.passed, "\(recorded.name)/\(file): \(check.output)")
            #expect(!check.output.contains("["), "\(recorded.name)/\(file): \(check.output)")
        }
    }

    @Test func thereAreFilesToAccept() {
        #expect(RecordedCase.all.allSatisfy { !$0.confs.isEmpty })
        #expect(RecordedCase.all.count >= 15)
    }
}
