import Foundation
import Glibc
import Testing

/// Inputs and files that will not do: what the command says, and that it leaves everything as it was.
struct CommandFailureTests {
    private static let toFile = ["--config", "config.toml", "--cluster", "east", "-o", "nginx.conf"]
    private static let old = Array("# an older file\n".utf8)

    /// Runs the command where an output stands already, and checks that it fails in one line and changes no file.
    private func expectFailure(
        _ exitCode: Int32, of arguments: [String], in folder: CommandFolder, input: [UInt8]? = nil
    ) throws -> String {
        if !folder.contents.contains("nginx.conf") { try folder.write(Self.old, to: "nginx.conf") }
        let (contents, before) = (folder.contents, try FileState(of: folder.path(of: "nginx.conf")))
        let run = try folder.run(arguments, input: input)
        let after = try FileState(of: folder.path(of: "nginx.conf"))
        #expect(run.exitCode == exitCode)
        #expect(run.output.isEmpty)
        #expect(after == before && folder.contents == contents)
        let message = run.messages.last.map(String.init) ?? ""
        #expect(message.hasPrefix("nginxgen: "))
        #expect(run.messages.dropLast().allSatisfy { $0.hasPrefix("note ") }, "diagnostics may come before it")
        return message
    }

    // MARK: Inputs

    @Test(arguments: [
        ("hello", "1:1"), ("{\"services\": [}", "1:15"), ("{\"services\": [],\n \"services\": []}", "2:13"),
        ("{\"services\": []} x", "1:18"),
        ("{\"tasks\": []}", "1:1"), ("\n {\"services\": null}", "2:2"), ("[]", "1:1"),
        ("{\"services\": [{\"ID\": \"a", "1:24"),
    ])
    func brokenSnapshotIsRefusedWithItsPlace(_ snapshot: String, _ place: String) throws {
        try CommandFolder.using { folder in
            let message = try expectFailure(65, of: Self.toFile, in: folder, input: Array(snapshot.utf8))
            #expect(message.hasPrefix("nginxgen: standard input:\(place): "), "\(message)")
            try folder.write(Array(snapshot.utf8), to: "broken.json")
            let ofFile = try expectFailure(65, of: Self.toFile + ["--snapshot", "broken.json"], in: folder)
            #expect(ofFile.hasPrefix("nginxgen: broken.json:\(place): "), "\(ofFile)")
        }
    }

    @Test func truncatedSnapshotIsRefusedWhereverItEnds() throws {
        let whole = try RecordedCase.twoClusters.bytes(of: CommandFolder.snapshot)
        let end = try #require(whole.lastIndex(of: UInt8(ascii: "}")))
        try CommandFolder.using { folder in
            for length in [1, 2, end / 3, end / 2, end] {
                let message = try expectFailure(65, of: Self.toFile, in: folder, input: Array(whole.prefix(length)))
                #expect(message.hasPrefix("nginxgen: standard input:"), "\(length) bytes: \(message)")
            }
        }
    }

    /// What is wrong with the settings is told first, whatever the snapshot is.
    @Test(arguments: ["no-such-file", "/dev/null", "config.toml"])
    func settingsAreLookedAtFirst(_ snapshot: String) throws {
        try CommandFolder.using { folder in
            try folder.write(Array("[".utf8), to: "broken.toml")
            let output = ["-o", "nginx.conf", "--snapshot", snapshot]
            let broken = try expectFailure(65, of: ["--config", "broken.toml"] + output, in: folder)
            #expect(broken.hasPrefix("nginxgen: broken.toml:1:"))
            let unknown = ["--config", "config.toml", "--cluster", "nowhere"]
            #expect(try expectFailure(64, of: unknown + output, in: folder).contains("no service cluster nowhere"))
        }
    }

    @Test(arguments: ["", " \n"])
    func emptySnapshotIsRefused(_ snapshot: String) throws {
        try CommandFolder.using { folder in
            let message = try expectFailure(65, of: Self.toFile, in: folder, input: Array(snapshot.utf8))
            #expect(message.hasPrefix("nginxgen: standard input: the input is empty"))
        }
    }

    @Test(arguments: [
        ("Extensions\n", "1:11"), ("[Extensions.east\n", "1:17"), ("a = 1\n", "1:1"), ("", "1:1"),
        ("[Extensions.east]\nImage = \"x\nTargetPort = 80\n", "2:9"),
    ])
    func brokenSettingsAreRefusedWithTheirPlace(_ config: String, _ place: String) throws {
        try CommandFolder.using { folder in
            try folder.write(Array(config.utf8), to: CommandFolder.config)
            let message = try expectFailure(65, of: Self.toFile, in: folder)
            #expect(message.hasPrefix("nginxgen: config.toml:\(place): "), "\(message)")
        }
    }

    @Test(arguments: [
        ["--config", "none.toml"], ["--config", "."], ["--config", "config.toml", "--snapshot", "none.json"],
        ["--config", "config.toml", "--snapshot", "."],
    ])
    func inputThatCannotBeReadIsNamed(_ arguments: [String]) throws {
        try CommandFolder.using { folder in
            let message = try expectFailure(74, of: arguments + ["--cluster", "east", "-o", "nginx.conf"], in: folder)
            #expect(message.hasPrefix("nginxgen: cannot read \(arguments[arguments.count - 1]): "), "\(message)")
        }
    }

    // MARK: Outputs

    /// `/proc` takes no file, not even from root.
    @Test(arguments: [
        ["-o", "none/nginx.conf"], ["-o", "."], ["-o", "/proc/nginx.conf"], ["-o", "config.toml/nginx.conf"],
        ["-o", ""],
        ["--output-dir", "none/out"], ["--output-dir", "config.toml"], ["--output-dir", "/proc"],
    ])
    func outputThatCannotBeWrittenFails(_ arguments: [String]) throws {
        try CommandFolder.using { folder in
            _ = try expectFailure(74, of: ["--config", "config.toml", "--cluster", "east"] + arguments, in: folder)
        }
    }

    /// To rename a file over a device would cost the machine the device: `/dev/null` has been lost that way. A pipe
    /// stands for it here.
    @Test func deviceIsNotReplaced() throws {
        try CommandFolder.using { folder in
            let path = folder.path(of: "pipe")
            #expect(mkfifo(path, 0o644) == 0)
            let message = try expectFailure(
                74, of: ["--config", "config.toml", "--cluster", "east", "-o", "pipe"], in: folder)
            #expect(message.contains("is no plain file"))
            var status = stat()
            #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
        }
    }

    @Test(arguments: ["/dev/null", "config.toml", "nowhere"])
    func linkIsNotReplaced(to target: String) throws {
        try CommandFolder.using { folder in
            let path = folder.path(of: "link")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
            _ = try expectFailure(74, of: ["--config", "config.toml", "--cluster", "east", "-o", "link"], in: folder)
            let kept = try FileManager.default.destinationOfSymbolicLink(atPath: path)
            #expect(kept == target)
        }
    }

    /// The clusters' files belong to one state of the Swarm: none is replaced where another cannot be.
    @Test func noFileIsReplacedWhereOneCannotBe() throws {
        let arguments = ["--config", "config.toml", "--output-dir", "out"]
        try CommandFolder.using { folder in
            _ = try folder.run(arguments)
            try folder.write(Self.old, to: "out/east/nginx.conf")
            try FileManager.default.removeItem(atPath: folder.path(of: "out/west/nginx.conf"))
            try FileManager.default.createDirectory(
                atPath: folder.path(of: "out/west/nginx.conf"), withIntermediateDirectories: false)
            let before = try FileState(of: folder.path(of: "out/east/nginx.conf"))
            _ = try expectFailure(74, of: arguments, in: folder)
            let after = try FileState(of: folder.path(of: "out/east/nginx.conf"))
            #expect(after == before)
        }
    }

    // MARK: Standard output

    /// A named pipe, whose ends no process that another test starts meanwhile can inherit.
    @Test func readerThatIsGoneIsAnError() throws {
        let folder = try TemporaryFolder()
        defer { #expect(throws: Never.self) { try folder.remove() } }
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        let reader = open(folder.file("pipe"), O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        let writer = open(folder.file("pipe"), O_WRONLY | O_CLOEXEC)
        #expect(reader >= 0 && writer >= 0)
        close(reader)
        try expectFailureToPrint(to: FileHandle(fileDescriptor: writer, closeOnDealloc: true))
    }

    @Test func fullDiskIsAnError() throws {
        try expectFailureToPrint(to: try #require(FileHandle(forWritingAtPath: "/dev/full")))
    }

    private func expectFailureToPrint(to output: FileHandle) throws {
        try CommandFolder.using { folder in
            let runs = [
                try folder.run(["--config", "config.toml", "--cluster", "east"], output: output),
                try folder.run(["--help"], output: output),
            ]
            #expect(runs.map(\.exitCode) == [74, 74])
            #expect(
                runs.allSatisfy { $0.messages.last?.hasPrefix("nginxgen: cannot write to standard output: ") == true })
        }
    }
}
