extension NginxCheck {
    /// Tries a file that was compiled for the proxy's container, in a folder of its own.
    init(ofCompiled conf: [UInt8]) throws {
        let folder = try TemporaryFolder()
        defer { try? folder.remove() }
        try folder.write(try Adaptation([]).adapt(Self.adapted(conf)), to: "nginx.conf")
        try self.init(of: folder.file("nginx.conf"), in: folder.path)
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
