import Glibc
import RouteModel

/// A file that is read, or standard input.
final class InputFile {
    private let path: String
    private let descriptor: Descriptor

    /// Opens `path`; `-` is standard input.
    init(_ path: String) throws(Failure) {
        self.path = path
        if path == "-" {
            descriptor = Descriptor(STDIN_FILENO)
            return
        }
        descriptor = Descriptor(open(path, O_RDONLY | O_CLOEXEC))
        guard descriptor.number >= 0 else { throw .inputOutput("cannot read \(name): \(systemMessage())") }
    }

    /// Opens `path` if that is a plain file: to open or to read anything else may take from others, or wait for them.
    static func plain(_ path: String) -> InputFile? {
        var status = stat()
        let result = path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)
        return result == 0 && status.st_mode & S_IFMT == S_IFREG ? try? InputFile(path) : nil
    }

    /// What messages call it.
    var name: String { reading.name }

    /// Fills `buffer` with what comes next and returns how many bytes that were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        reading.read(into: buffer)
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

extension InputFile {
    /// For reading it on any thread, one at a time.
    var reading: FileReading { FileReading(path: path, descriptor: descriptor) }

    /// What is left to read, of which any part can be read at any time; `nil` if this is no plain file.
    var rest: FilePart? {
        var status = stat()
        guard fstat(descriptor.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let offset = lseek(descriptor.number, 0, SEEK_CUR)
        return offset < 0
            ? nil : FilePart(descriptor: descriptor, start: offset, count: max(0, status.st_size - offset))
    }

    /// Goes on behind the first `count` bytes of `part`; `false` if that cannot be.
    func goOn(behind count: Int, of part: FilePart) -> Bool {
        lseek(descriptor.number, part.start + count, SEEK_SET) == part.start + count
    }
}

/// The reading of a file from its front to its end.
struct FileReading: Sendable {
    fileprivate let path: String
    fileprivate let descriptor: Descriptor

    fileprivate var name: String { path == "-" ? "standard input" : printable(path.utf8) }

    /// Fills `buffer` with what comes next and returns how many bytes that were; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, Failure> {
        while true {
            let count = Glibc.read(descriptor.number, buffer.baseAddress, buffer.count)
            if count >= 0 { return .success(count) }
            guard errno != EINTR else { continue }
            return .failure(.inputOutput("cannot read \(name): \(systemMessage())"))
        }
    }
}

extension FileReading {
    /// What sets and gets how many bytes a pipe may hold (fcntl(2)): commands of Linux for which Glibc has no constants in
    /// Swift.
    private static let (setPipeSize, getPipeSize) = (Int32(1_031), Int32(1_032))
    /// How many bytes a pipe may hold on its way here: the most that Linux lets a user have who is not root.
    private static let pipeSize: Int32 = 1 << 20

    /// Lets a pipe hold more than the usual 64 KiB, with which its writer and this program wait for each other: 42 MB come
    /// through one in 40 ms instead of 44, and as a line of a stream in 26 instead of 37. Anything else stays as it is.
    func widenPipe() {
        let size = fcntl(descriptor.number, Self.getPipeSize)
        if size > 0, size < Self.pipeSize { _ = fcntl(descriptor.number, Self.setPipeSize, Self.pipeSize) }
    }
}

/// A part of a plain file.
struct FilePart: Sendable {
    fileprivate let descriptor: Descriptor
    /// The bytes of the file before it.
    fileprivate let start: Int
    /// Its bytes, when it was looked at.
    let count: Int

    /// Fills `buffer` with what stands behind the first `offset` bytes, wherever others read; returns how many bytes
    /// that were, 0 at the end of the file, and `nil` if it cannot be read.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
        let count = pread(descriptor.number, buffer.baseAddress, buffer.count, start + offset)
        return count < 0 ? nil : count
    }
}

/// An open file, closed when nobody needs it any more; standard input stays open.
private final class Descriptor: Sendable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { if number > STDIN_FILENO { close(number) } }
}
