import Glibc

/// A file that was compiled for the container of any proxy, made one that nginx can test on this machine: user, ports,
/// sockets, logs and secrets are others here.
struct MachineFile {
    let bytes: [UInt8]
    private let folder: TemporaryFolder

    /// Writes what `configuration` needs into `folder`.
    ///
    /// - Parameter isForThisVersion: whether it was compiled for an nginx that knows no more than the one that is here.
    init(_ configuration: [UInt8], in folder: TemporaryFolder, isForThisVersion: Bool) throws {
        self.folder = folder
        let newline = UInt8(ascii: "\n")
        var ports: [String: Endpoint] = [:]
        let lines = try configuration.split(separator: newline, omittingEmptySubsequences: false).map { line in
            if !isForThisVersion, Self.newerLines.contains(where: { line.containsText($0) }) { return [UInt8]() }
            return try Self.adapted(line, in: folder, &ports)
        }
        bytes = Array(lines.joined(separator: [newline]))
        try writeSecrets(of: configuration)
    }

    /// What nginx 1.22 does not know; all of it is written for the versions that do.
    private static let newerLines = ["http2 on;", "keepalive_min_timeout ", "keepalive 0;"]

    private static func adapted(
        _ line: ArraySlice<UInt8>, in folder: TemporaryFolder, _ ports: inout [String: Endpoint]
    ) throws -> [UInt8] {
        let blank = UInt8(ascii: " ")
        let words = line.split { $0 == blank || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ";") }
        guard words.count > 1 else { return Array(line) }
        let (name, value) = (String(decoding: words[0], as: UTF8.self), String(decoding: words[1], as: UTF8.self))
        var adapted = Array(line)
        switch name {
        case "user": return Array((geteuid() == 0 ? "user www-data;" : "").utf8)
        case "pid": return Array("pid nginx.pid;".utf8)
        case "ssl_dhparam": return Array("ssl_dhparam \(try parameters(in: folder));".utf8)
        case "error_log", "access_log":
            if value.utf8.starts(with: "/".utf8), !value.utf8.starts(with: "/dev/".utf8) {
                adapted.replace(Array(value.utf8), with: folder.file("log").utf8, maxReplacements: 1)
            }
        case "listen" where Int(value) != nil:
            let endpoint = try ports[value] ?? .free(on: "127.0.0.13")
            ports[value] = endpoint
            adapted.replace(Array("listen \(value)".utf8), with: "listen \(endpoint)".utf8, maxReplacements: 1)
        default: break
        }
        adapted.replace(Array("unix:/var/run/".utf8), with: "unix:\(folder.path)/".utf8)
        adapted.replace(Array(Self.secrets.utf8), with: "\(folder.path)/".utf8)
        return adapted
    }

    private static let secrets = "/run/secrets/"

    /// Writes one file that is certificate, key and authority at once under the name of every secret.
    private func writeSecrets(of configuration: [UInt8]) throws {
        var rest = configuration[...]
        while let found = rest.firstRange(of: Array(Self.secrets.utf8)) {
            rest = rest[found.upperBound...]
            let name = rest.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: " ") }
            let certificate = try Certificates.shared.get().bytes(of: "one.pem")
            try folder.write(certificate, to: String(decoding: name, as: UTF8.self))
        }
    }

    /// Makes Diffie-Hellman parameters and returns their path. Those of RFC 7919 need no search for primes.
    private static func parameters(in folder: TemporaryFolder) throws -> String {
        let run = try ToolRun("openssl", ["genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:ffdhe2048"])
        try folder.write(run.output, to: "parameters-of-dh.pem")
        return folder.file("parameters-of-dh.pem")
    }
}

extension Collection<UInt8> {
    /// Whether the bytes of `text` stand here.
    func containsText(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
