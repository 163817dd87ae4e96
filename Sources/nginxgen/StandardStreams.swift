import Glibc

/// Standard output and error, written straight through: what was printed is known to have arrived.
enum StandardStreams {
    static func print(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

    /// Writes data to standard output.
    static func write(_ bytes: [UInt8]) throws(Failure) {
        guard writeAll(bytes, to: STDOUT_FILENO) else {
            throw .inputOutput("cannot write to standard output: \(systemMessage())")
        }
    }

    /// Writes a line for people. Where even that fails there is nobody to tell.
    static func printError(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}

/// Writes all of `bytes`; `false`, with `errno` set, if that fails.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}

/// What the system says about its last failure.
func systemMessage() -> String { String(cString: strerror(errno)) }
