import Foundation
import Testing

/// A folder with settings and a snapshot, in which the command is run: those of two clusters unless they are replaced.
struct CommandFolder {
    static let config = "config.toml"
    static let snapshot = "snapshot.json"

    private let folder: TemporaryFolder

    /// Makes a folder that is there while `body` lasts.
    static func using(_ body: (CommandFolder) throws -> Void) throws {
        let folder = try TemporaryFolder()
        defer { #expect(throws: Never.self) { try folder.remove() } }
        for file in [config, snapshot] { try folder.write(try RecordedCase.twoClusters.bytes(of: file), to: file) }
        try body(CommandFolder(folder: folder))
    }

    func path(of name: String) -> String { folder.file(name) }

    func write(_ bytes: [UInt8], to name: String) throws { try folder.write(bytes, to: name) }

    func text(of name: String) -> String { folder.text(of: name) }

    /// All that stands in it, at any depth.
    var contents: Set<String> {
        Set((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
    }

    /// Runs the command here.
    ///
    /// - Parameter input: standard input; the snapshot unless given.
    func run(
        _ arguments: [String], input: [UInt8]? = nil, by surroundings: CommandRun.Surroundings = .file,
        output: FileHandle? = nil
    ) throws -> CommandRun {
        let input = try input ?? RecordedCase.twoClusters.bytes(of: Self.snapshot)
        return try CommandRun(arguments, in: folder.path, input: input, by: surroundings, output: output)
    }

    func run(_ arguments: String...) throws -> CommandRun { try run(arguments) }
}
