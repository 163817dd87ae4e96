import Testing

/// What the command made of a hostile case.
struct HostileRun {
    static let olderFile = Array("# an older file\n".utf8)

    let run: CommandRun
    /// The file at the output's path, written or not.
    let conf: [UInt8]

    /// Runs the command on a case, in a folder where an older output stands.
    init(_ hostile: HostileCase) throws { try self.init(config: hostile.config, snapshot: hostile.snapshot) }

    init(config: [UInt8], snapshot: [UInt8]) throws {
        let folder = try TemporaryFolder()
        defer { try? folder.remove() }
        try folder.write(config, to: "config.toml")
        try folder.write(Self.olderFile, to: "nginx.conf")
        run = try CommandRun(
            ["--config", "config.toml", "-o", "nginx.conf"], in: folder.path, input: snapshot)
        conf = Array(folder.text(of: "nginx.conf").utf8)
    }

    /// The lines on standard error without the one that tells that the file was written.
    var diagnostics: [Substring] { run.exitCode == 0 ? run.messages.dropLast() : run.messages }

    /// What came of `hostile`, in each word of its file that fits.
    func outcomes(of hostile: HostileCase) -> Set<HostileCase.Outcome> {
        guard run.exitCode == 0 else { return run.exitCode == 65 && conf == Self.olderFile ? [.error] : [] }
        var outcomes: Set<HostileCase.Outcome> = []
        let isReported = diagnostics.contains { $0.contains(hostile.subject) }
        let isWhole = hostile.addresses.allSatisfy { contains($0) }
        if isReported { outcomes.insert(isWhole ? .diagnostic : .rejectedService) }
        if isReported, hostile.kind == .snapshot { outcomes.insert(.diagnostic) }
        if isWhole { outcomes.insert(.acceptedEscaped) }
        return outcomes
    }

    func contains(_ text: String) -> Bool { conf.firstRange(of: Array(text.utf8)) != nil }
}
