import Foundation
import Glibc

/// A file at one moment: two that are equal have nothing between them that wrote, replaced or touched it.
struct FileState: Hashable, Sendable {
    let bytes: Data
    let inode: UInt64
    /// Permissions, without the kind of file.
    let mode: mode_t
    private let seconds: Int
    private let nanoseconds: Int

    /// - Throws: `SystemError` when there is no file.
    init(of path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw SystemError("lstat \(path)") }
        bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        inode = UInt64(status.st_ino)
        mode = status.st_mode & 0o7777
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
}
