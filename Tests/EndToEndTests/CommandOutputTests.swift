import Foundation
import Glibc
import Testing

/// Which files the command writes, and which it leaves alone.
struct CommandOutputTests {
    private static let inputs: Set<String> = [CommandFolder.config, CommandFolder.snapshot]
    private static let (east, west) = ("out/east/nginx.conf", "out/west/nginx.conf")
    private static let toFolder = ["--config", "config.toml", "--output-dir", "out"]
    private static let toFile = ["--config", "config.toml", "--cluster", "east", "-o", "nginx.conf"]

    /// What a run says of files, without the diagnostics before it.
    private func outcomes(_ run: CommandRun) -> [Substring] {
        run.messages.filter { !$0.hasPrefix("note ") }
    }

    private func recorded(_ file: String) throws -> String {
        String(decoding: try RecordedCase.twoClusters.bytes(of: file), as: UTF8.self)
    }

    @Test func everyClusterGetsAFile() throws {
        try CommandFolder.using { folder in
            let run = try folder.run(Self.toFolder)
            #expect(run.exitCode == 0 && run.output.isEmpty)
            #expect(outcomes(run) == ["east: written \(Self.east)", "west: written \(Self.west)"])
            let confs = (try recorded("east.nginx.conf"), try recorded("west.nginx.conf"))
            #expect(folder.text(of: Self.east) == confs.0 && folder.text(of: Self.west) == confs.1)
            #expect(folder.contents == Self.inputs.union(["out", "out/east", "out/west", Self.east, Self.west]))
        }
    }

    @Test func namedClusterAloneGetsAFile() throws {
        try CommandFolder.using { folder in
            let run = try folder.run(Self.toFolder + ["--cluster", "west"])
            #expect(run.exitCode == 0)
            #expect(outcomes(run) == ["west: written \(Self.west)"])
            #expect(folder.contents == Self.inputs.union(["out", "out/west", Self.west]))
        }
    }

    @Test func unchangedFilesAreNotTouched() throws {
        try CommandFolder.using { folder in
            _ = try folder.run(Self.toFolder)
            let before = try [Self.east, Self.west].map { try FileState(of: folder.path(of: $0)) }
            let contents = folder.contents
            let run = try folder.run(Self.toFolder)
            #expect(run.exitCode == 0)
            #expect(outcomes(run) == ["east: unchanged \(Self.east)", "west: unchanged \(Self.west)"])
            let after = try [Self.east, Self.west].map { try FileState(of: folder.path(of: $0)) }
            #expect(after == before)
            #expect(folder.contents == contents)
        }
    }

    @Test func changeInOneClusterTouchesItsFileAlone() throws {
        try CommandFolder.using { folder in
            _ = try folder.run(Self.toFolder)
            let (east, contents) = (try FileState(of: folder.path(of: Self.east)), folder.contents)
            let moved = folder.text(of: CommandFolder.snapshot).replacing("10.0.10.3/24", with: "10.0.10.77/24")
            let run = try folder.run(Self.toFolder, input: Array(moved.utf8))
            #expect(outcomes(run) == ["east: unchanged \(Self.east)", "west: written \(Self.west)"])
            let eastNow = try FileState(of: folder.path(of: Self.east))
            #expect(eastNow == east)
            #expect(folder.text(of: Self.west).contains("demo.b 10.0.10.77:8000;"))
            #expect(folder.contents == contents)
        }
    }

    @Test func fileIsWrittenOnce() throws {
        try CommandFolder.using { folder in
            let first = try folder.run(Self.toFile)
            #expect(first.exitCode == 0 && first.output.isEmpty)
            #expect(outcomes(first) == ["east: written nginx.conf"])
            let (conf, written) = (try recorded("east.nginx.conf"), try FileState(of: folder.path(of: "nginx.conf")))
            #expect(folder.text(of: "nginx.conf") == conf)
            let second = try folder.run(Self.toFile)
            #expect(outcomes(second) == ["east: unchanged nginx.conf"])
            let kept = try FileState(of: folder.path(of: "nginx.conf"))
            #expect(kept == written)
            #expect(folder.contents == Self.inputs.union(["nginx.conf"]))
        }
    }

    @Test func newFileCanBeReadByWorkers() throws {
        try CommandFolder.using { folder in
            _ = try folder.run(Self.toFile)
            let written = try FileState(of: folder.path(of: "nginx.conf"))
            #expect(written.mode == 0o644)
        }
    }

    @Test(arguments: [0o600, 0o640, 0o664] as [mode_t])
    func replacedFileKeepsItsMode(_ mode: mode_t) throws {
        try CommandFolder.using { folder in
            try folder.write(Array("old".utf8), to: "nginx.conf")
            let path = folder.path(of: "nginx.conf")
            #expect(chmod(path, mode) == 0)
            let old = try FileState(of: path)
            let run = try folder.run(Self.toFile)
            let new = try FileState(of: path)
            #expect(run.exitCode == 0 && new.bytes != old.bytes)
            #expect(new.mode == mode)
            #expect(new.inode != old.inode, "the old file must stay whole until the new one takes its name")
        }
    }

    /// The length alone must not decide that nothing changed.
    @Test func fileOfTheSameLengthIsReplaced() throws {
        try CommandFolder.using { folder in
            let conf = try recorded("east.nginx.conf")
            try folder.write([UInt8](repeating: UInt8(ascii: "x"), count: conf.utf8.count), to: "nginx.conf")
            let run = try folder.run(Self.toFile)
            #expect(outcomes(run) == ["east: written nginx.conf"])
            #expect(folder.text(of: "nginx.conf") == conf)
        }
    }
}
