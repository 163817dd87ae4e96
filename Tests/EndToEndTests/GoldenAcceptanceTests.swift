import Testing

/// Every recorded nginx.conf is one that nginx takes.
@Suite(.needsNginx)
struct GoldenAcceptanceTests {
    @Test(arguments: RecordedCase.all)
    func nginxAcceptsWhatIsRecorded(_ recorded: RecordedCase) throws {
        for file in recorded.confs {
            let folder = try TemporaryFolder()
            defer { #expect(throws: Never.self) { try folder.remove() } }
            let conf = try Adaptation([]).adapt(Self.adapted(try recorded.bytes(of: file)))
            try folder.write(conf, to: "nginx.conf")
            let check = try NginxCheck(of: folder.file("nginx.conf"), in: folder.path)
            #expect(check.passed, "\(recorded.name)/\(file): \(check.output)")
            #expect(!check.output.contains("["), "\(recorded.name)/\(file): \(check.output)")
        }
    }

    @Test func thereAreFilesToAccept() {
        #expect(RecordedCase.all.allSatisfy { !$0.confs.isEmpty })
        #expect(RecordedCase.all.count >= 15)
    }

    /// The image of the proxy has a user of its own, and settings choose it and where the process's number is written.
    private static func adapted(_ conf: [UInt8]) -> [UInt8] {
        let lines = conf.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            if line.starts(with: "user ".utf8) { return Array("user www-data;".utf8)[...] }
            return line.starts(with: "pid ".utf8) ? Array("pid nginx.pid;".utf8)[...] : line
        }
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
