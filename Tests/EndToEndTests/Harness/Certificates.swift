import Foundation

/// The certificates of one test run, made once and removed when the program ends.
///
/// Each stands in its folder as `NAME.crt`, `NAME.key` and `NAME.pem`, which holds both; so does the certificate of the
/// authority that signed it, as `authority.crt` or `stranger.crt`. A certificate's subject is its name.
struct Certificates {
    /// Whose hosts are whose.
    private static let hosts = [
        "one": ["one.example.org", "*.one.example.org"],
        "two": ["two.example.org"],
        "tenant": ["tenant.example.org", "*.tenant.example.org"],
        "fallback": ["fallback.example.org"],
        "app": ["app.example.org"],
    ]

    static let shared: Result<Certificates, any Error> = Result {
        let certificates = try Certificates()
        atexit { removeCertificates() }
        return certificates
    }

    fileprivate let folder: TemporaryFolder

    private init() throws {
        folder = try TemporaryFolder()
        for authority in ["authority", "stranger"] { try make(authority, []) }
        for (name, hosts) in Self.hosts { try make(name, hosts, signedBy: "authority") }
        try make("forged", ["app.example.org"], signedBy: "stranger")
    }

    /// Where they stand, without a slash at the end.
    var path: String { folder.path }

    func path(of file: String) -> String { folder.file(file) }

    /// The bytes of a file, `one.pem`.
    func bytes(of file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.file(file))))
    }

    private func make(_ name: String, _ hosts: [String], signedBy authority: String? = nil) throws {
        let (key, certificate) = (folder.file("\(name).key"), folder.file("\(name).crt"))
        var arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=\(name)", "-keyout", key, "-out", certificate,
        ]
        if let authority {
            let names = hosts.map { "DNS:\($0)" }.joined(separator: ",")
            arguments += ["-CA", folder.file("\(authority).crt"), "-CAkey", folder.file("\(authority).key")]
            arguments += ["-addext", "subjectAltName=\(names)", "-addext", "basicConstraints=critical,CA:false"]
        }
        let run = try ToolRun("openssl", arguments)
        guard run.exitCode == 0 else { throw CertificateFailure(errors: run.errors) }
        try folder.write(try bytes(of: "\(name).crt") + bytes(of: "\(name).key"), to: "\(name).pem")
    }
}

private func removeCertificates() {
    try? Certificates.shared.get().folder.remove()
}

/// openssl would not make a certificate.
struct CertificateFailure: Error, CustomStringConvertible {
    let errors: String

    var description: String { "openssl 3.0 or later could not make a certificate: \(errors)" }
}
