import Glibc
import RouteModel

/// A file that is read, or standard input.
final class InputFile {
    /// What messages call it.
    let name: String
    /// Why the last reading failed, if it did.
    private(set) var failure: Failure?
    private let descriptor: Int32

    /// Opens `path`; `-` is standard input.
    init(_ path: String) throws(Failure) {
        if path == "-" {
            name = "standard input"
            descriptor = STDIN_FILENO
            return
        }
        name = printable(path.utf8)
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .inputOutput("cannot read \(name): \(systemMessage())") }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// Fills `buffer` with what comes next and returns how many bytes that were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return .success(count) }
            guard errno != EINTR else { continue }
            let failure = Failure.inputOutput("cannot read \(name): \(systemMessage())")
            self.failure = failure
            return .failure(failure)
        }
    }

    /// All of it.
    func readAll() throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { piece.deallocate() }
        while true {
            let count = try read(into: piece).get()
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }
}
