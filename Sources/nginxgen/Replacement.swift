import Glibc

/// The new bytes of a file, in a file beside it until they take its name. They go with this value if they never do.
final class Replacement {
    /// What became of the file.
    enum Outcome: String {
        case written, unchanged, removed
    }

    private let path: String
    /// The path of the new file, ending in a zero byte; `nil` where there is nothing to replace, or no longer.
    private var temporary: [CChar]?

    /// - Parameter temporary: `nil` where the file has these bytes already.
    init(of path: String, by temporary: [CChar]?) {
        self.path = path
        self.temporary = temporary
    }

    deinit { if let temporary { unlink(temporary) } }

    /// Renames the new file: whoever reads `path` meets the old bytes or the new ones, whatever happens meanwhile.
    func commit() throws(Failure) -> Outcome {
        guard let temporary else { return .unchanged }
        guard rename(temporary, path) == 0 else { throw .cannotWrite(path, "cannot write") }
        self.temporary = nil
        syncFolder()
        return .written
    }

    /// Makes the new name last through a loss of power too.
    private func syncFolder() {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }
}
