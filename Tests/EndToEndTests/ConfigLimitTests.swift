import Foundation
import NginxCompiler
import TestSupport
import Testing

/// What the command does with a file that is too long for a config object, and what it says.
struct ConfigLimitTests {
    private static let toFolder = ["--config", "config.toml", "--output-dir", "out", "--config-limit", "6"]
    private static let main = "out/only/nginx.conf"

    /// Pools of two tasks, each host in a line and an upstream.
    private static let services = (10..<60).map { number in
        SampleService("s\(number)", ["hosts": "s\(number).example.org"], at: "10.0.9.\(number)", "10.0.8.\(number)")
    }

    /// Makes a folder with settings of one cluster.
    private func using(_ body: (CommandFolder) throws -> Void) throws {
        try CommandFolder.using { folder in
            try folder.write(Array("[Extensions.only]\n".utf8), to: CommandFolder.config)
            try body(folder)
        }
    }

    private func run(
        _ arguments: [String] = toFolder, in folder: CommandFolder, _ services: [SampleService] = services
    ) throws -> CommandRun {
        let run = try folder.run(arguments, input: try SampleService.snapshot(of: services))
        #expect(run.exitCode == 0)
        return run
    }

    private func parts(in folder: CommandFolder) -> [String] {
        folder.contents.filter { $0.hasPrefix("out/only/hosts-") || $0.hasPrefix("out/only/map-") }.sorted()
    }

    /// The single file that the parts make.
    private func whole(in folder: CommandFolder) -> String {
        let parts = parts(in: folder).map {
            (String($0.dropFirst("out/only/".utf8.count)), Array(folder.text(of: $0).utf8))
        }
        let file = including(Dictionary(uniqueKeysWithValues: parts), in: Array(folder.text(of: Self.main).utf8))
        return String(decoding: file, as: UTF8.self)
    }

    // MARK: Files

    @Test func partsStandBesideTheMainFile() throws {
        try using { folder in
            let run = try run(in: folder)
            let single = try self.run(["--config", "config.toml"], in: folder).output
            #expect(whole(in: folder) == single)
            let set = split(Array(single.utf8), limit: 6_000)
            #expect(set.parts.count > 5 && parts(in: folder).count == set.parts.count)
            #expect(set.files.allSatisfy { Array(folder.text(of: "out/only/\($0.name)").utf8) == $0.bytes })
            let names = set.files.map { "only: written out/only/\($0.name)" }
            #expect(run.messages.dropFirst().elementsEqual(names) { $0 == $1 }, "the main file comes last")
        }
    }

    @Test func unchangedFilesAreNotTouched() throws {
        try using { folder in
            _ = try run(in: folder)
            let before = try (parts(in: folder) + [Self.main]).map { try FileState(of: folder.path(of: $0)) }
            let run = try run(in: folder)
            let after = try (parts(in: folder) + [Self.main]).map { try FileState(of: folder.path(of: $0)) }
            #expect(before == after)
            #expect(run.messages.dropFirst() == ["only: unchanged \(Self.main)"])
        }
    }

    @Test func scaledServiceChangesOnePart() throws {
        try using { folder in
            _ = try run(in: folder)
            var services = Self.services
            services[20] = SampleService("s30", ["hosts": "s30.example.org"], at: "10.0.9.30", "10.0.8.30", "10.0.7.30")
            let run = try run(in: folder, services)
            let outcomes = run.messages.dropFirst()
            #expect(outcomes.count == 2 && outcomes.last == "only: unchanged \(Self.main)")
            let part = try #require(outcomes.first?.split(separator: " ").last)
            #expect(folder.text(of: String(part)).contains("server 10.0.7.30:8000;"))
        }
    }

    @Test func partsThatAreNoLongerIncludedAreRemoved() throws {
        try using { folder in
            _ = try run(in: folder)
            let before = Set(parts(in: folder))
            let others = ["hosts-0.conf", "hosts-00000000.conf.old", "map-0000000G.conf", "own.conf"]
            for name in others { try folder.write(Array("own".utf8), to: "out/only/\(name)") }
            try FileManager.default.createDirectory(
                atPath: folder.path(of: "out/only/hosts-00000000.conf"), withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path(of: "out/only/map-00000000.conf"), withDestinationPath: "own.conf")
            let run = try run(in: folder, Self.services.prefix(2).map { $0 })
            let removed = before.sorted().map { "only: removed \($0)" }
            #expect(run.messages.suffix(removed.count).elementsEqual(removed) { $0 == $1 })
            #expect(folder.text(of: Self.main).contains("s10.example.org"))
            let kept = others + ["hosts-00000000.conf", "map-00000000.conf"]
            #expect(folder.contents.intersection(before).isEmpty)
            #expect(folder.contents.isSuperset(of: kept.map { "out/only/\($0)" }))
        }
    }

    @Test func nothingIsReplacedWhereAPartCannotBe() throws {
        try using { folder in
            _ = try run(in: folder)
            let part = try #require(parts(in: folder).last)
            try FileManager.default.removeItem(atPath: folder.path(of: part))
            try FileManager.default.createDirectory(
                atPath: folder.path(of: part), withIntermediateDirectories: false)
            let (contents, state) = (folder.contents, try FileState(of: folder.path(of: Self.main)))
            let fewer = try SampleService.snapshot(of: Self.services.dropFirst().map { $0 })
            let run = try folder.run(Self.toFolder, input: fewer)
            let after = try FileState(of: folder.path(of: Self.main))
            #expect(run.exitCode == 74 && run.errors.contains("\(part) is no plain file"))
            #expect(folder.contents == contents && after == state)
        }
    }

    // MARK: Messages

    private func size(in folder: CommandFolder) throws -> Int {
        try run(["--config", "config.toml"], in: folder).output.utf8.count
    }

    @Test func splitFileIsTold() throws {
        try using { folder in
            let (size, run) = (try size(in: folder), try run(in: folder))
            let message = try #require(run.messages.first)
            #expect(
                message.hasPrefix(
                    "note config-split config.toml:1:13: nginx.conf would have \((size + 999) / 1_000) kB")
            )
            #expect(message.contains("includes \(parts(in: folder).count) others, the largest of "))
            #expect(message.contains("; largest: s10.example.org ("))
        }
    }

    @Test func fileThatFillsTheLimitIsTold() throws {
        try using { folder in
            let limit = (try size(in: folder) + 999) / 1_000
            for output in [[], ["--output-dir", "out"]] {
                let run = try run(["--config", "config.toml", "--config-limit", "\(limit)"] + output, in: folder)
                let message = try #require(run.messages.first)
                #expect(
                    message.hasPrefix(
                        "warning config-large config.toml:1:13: nginx.conf has \(limit) kB of the \(limit) kB "))
                #expect(message.contains("; largest: s10.example.org ("))
            }
            #expect(parts(in: folder).isEmpty)
        }
    }

    @Test func fileInOnePieceIsToldToBeTooLong() throws {
        try using { folder in
            for output in [[], ["-o", "nginx.conf"]] {
                let run = try run(["--config", "config.toml", "--config-limit", "2"] + output, in: folder)
                let message = try #require(run.messages.first)
                #expect(
                    message.hasPrefix("warning config-large ") && message.contains("use --output-dir, which splits it"))
            }
        }
    }

    @Test func whatCannotBeSplitIsTold() throws {
        try using { folder in
            let run = try run(["--config", "config.toml", "--output-dir", "out", "--config-limit=1"], in: folder)
            #expect(run.messages.contains { $0.hasPrefix("error config-too-large config.toml:1:13: nginx.conf has ") })
            #expect(whole(in: folder) == (try self.run(["--config", "config.toml"], in: folder).output))
        }
    }

    @Test func fileBelowTheLimitIsNotTalkedAbout() throws {
        try using { folder in
            let limit = try size(in: folder) / 1_000 * 2
            for limit in [[], ["--config-limit", "\(limit)"]] {
                let run = try run(["--config", "config.toml", "--output-dir", "out"] + limit, in: folder)
                #expect(run.messages.count == 1)
            }
        }
    }

    // MARK: Streams

    /// Said when it begins and when it ends, not with every file between: its numbers change with each.
    @Test func streamTellsThatFilesAreSplit() throws {
        try using { folder in
            let moved = [SampleService("s10", ["hosts": "s10.example.org"], at: "10.0.9.10", "10.0.8.200")]
            let states = [
                Self.services, moved + Self.services.dropFirst(), Array(Self.services.prefix(3)), Self.services,
            ]
            let lines = try states.map { try SampleService.snapshot(of: $0) }.joined(separator: [0x0A])
            let arguments = ["stream"] + Self.toFolder
            let run = try folder.run(arguments, input: Array(lines))
            #expect(run.exitCode == 0)
            let codes = run.output.split(separator: "\n").map { line in
                line.firstRange(of: "\"diagnostics\":[{\"severity\":\"note\",\"code\":\"config-split\"") != nil
                    ? "begins" : line.firstRange(of: "\"diagnostics\":[]") != nil ? "ends" : "goes on"
            }
            #expect(codes == ["begins", "goes on", "ends", "begins"], "\(run.output)")
        }
    }
}
