import Foundation

/// A folder for one measurement's files, which nginx's workers may enter although they run as another user.
struct ScratchFolder {
    /// Absolute, without a slash at the end.
    let path: String

    init() throws {
        let name = "nginxgen-benchmarks-\(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    }

    /// Where a file of this name stands, or would.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and returns where it stands.
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }

    /// Removes the folder with all it holds, as far as that can be done.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
