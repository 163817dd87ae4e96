import Glibc

/// A call of the system that failed, and why.
struct SystemError: Error, CustomStringConvertible {
    /// The call, with what it was for: `connect to 127.0.0.1:80`.
    let call: String
    /// The `errno` it left.
    let code: Int32

    /// Reads `errno`, so it must be made before anything else is called.
    init(_ call: String) {
        code = errno
        self.call = call
    }

    var description: String { "\(call): \(String(cString: strerror(code)))" }
}
