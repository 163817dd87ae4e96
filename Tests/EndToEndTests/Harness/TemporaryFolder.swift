import Foundation
import Glibc

/// A folder of one test's own.
struct TemporaryFolder: Sendable {
    /// Absolute, without a slash at the end.
    let path: String

    /// Makes a new, empty folder, which nginx's workers may enter although they are not the user who made it.
    init() throws {
        let base = FileManager.default.temporaryDirectory.path
        var template = "\(base)/nginxgen.XXXXXX".utf8CString.map { $0 }
        guard mkdtemp(&template) != nil else { throw SystemError("mkdtemp in \(base)") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        chmod(path, 0o755)
    }

    /// Where a file of this name stands, or would.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: file(name)))
    }

    /// The file's text; empty when there is no such file.
    func text(of name: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file(name)) ?? Data(), as: UTF8.self)
    }

    /// Opens a file to append to, as a child's output.
    func appending(to name: String) throws -> FileHandle {
        let descriptor = open(file(name), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw SystemError("open \(file(name))") }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    /// Removes the folder with all it holds.
    func remove() throws {
        try FileManager.default.removeItem(atPath: path)
    }
}
