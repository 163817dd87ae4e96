/// An IPv4 address and a port as nginx writes them: `10.0.0.1:80`.
///
/// Written from the end, into 21 bytes on the stack, and so appended to the file in one piece: a digit that is appended
/// alone costs the question whether the file has room for it.
struct SocketDigits {
    /// As many as the longest has, `255.255.255.255:65535`.
    private var bytes = InlineArray<21, UInt8>(repeating: 0)
    /// Where the text begins in `bytes`.
    private var start = 21

    /// - Parameter bits: the four bytes of the address, the first being the highest.
    /// - Parameter port: 65535 at most.
    init(_ bits: UInt32, _ port: UInt16) {
        put(number: UInt32(port))
        put(UInt8(ascii: ":"))
        for shift in stride(from: UInt32(0), through: 24, by: 8) {
            put(number: bits >> shift & 255)
            if shift < 24 { put(UInt8(ascii: ".")) }
        }
    }

    /// Appends the text to `file`.
    func append(to file: inout [UInt8]) {
        bytes.span.extracting(start...).withUnsafeBufferPointer { file.append(contentsOf: $0) }
    }

    private mutating func put(_ byte: UInt8) {
        start -= 1
        bytes[start] = byte
    }

    private mutating func put(number: UInt32) {
        var rest = number
        repeat {
            put(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
    }
}
