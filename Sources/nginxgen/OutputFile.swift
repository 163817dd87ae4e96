import Glibc
import RouteModel

/// A file that is replaced as a whole, and only when its bytes would change.
struct OutputFile {
    let path: String

    /// Writes `bytes` to a file of their own in the same folder and waits until they are on the disk. `path` stays as it
    /// is until they take its name.
    func prepare(_ bytes: [UInt8]) throws(Failure) -> Replacement {
        let present = try status()
        if let present, holds(bytes, present) { return Replacement(of: path, by: nil) }
        var temporary = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&temporary)
        guard descriptor >= 0 else { throw .cannotWrite(path, "cannot write into its folder") }
        let isWritten =
            writeAll(bytes, to: descriptor) && fchmod(descriptor, mode(of: present)) == 0 && fsync(descriptor) == 0
        let problem = isWritten ? 0 : errno
        let isClosed = close(descriptor) == 0
        guard isWritten, isClosed else {
            if problem != 0 { errno = problem }
            let failure = Failure.cannotWrite(path, "cannot write")
            unlink(temporary)
            throw failure
        }
        return Replacement(of: path, by: temporary)
    }

    /// What is at `path`, if anything. A device, a link or a folder there is not ours to replace.
    private func status() throws(Failure) -> stat? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .inputOutput("\(printable(path.utf8)) is no plain file and is not replaced; name another")
        }
        return status
    }

    /// The mode of the file that is replaced, else one that nginx's workers can read.
    private func mode(of present: stat?) -> mode_t { present.map { $0.st_mode & 0o7777 } ?? 0o644 }

    /// Whether the file has exactly these bytes already.
    private func holds(_ bytes: [UInt8], _ present: stat) -> Bool {
        guard present.st_size == bytes.count, let file = try? InputFile(path), let found = try? file.readAll() else {
            return false
        }
        return found == bytes
    }
}

/// Creates the folder `path` unless it is there; its parent must be.
func createFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o755) == 0 { return }
    var status = stat()
    if errno == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw .inputOutput("cannot create the folder \(printable(path.utf8)): \(systemMessage())")
}
