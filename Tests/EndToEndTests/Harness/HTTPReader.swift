/// Cuts HTTP/1.1 messages out of a connection's bytes, however they are split (RFC 9112 section 6.3).
struct HTTPReader {
    /// Whose messages come, since it decides where a message without a length ends.
    enum Side: Hashable {
        case requests
        case responses(toMethod: String)
    }

    let side: Side
    /// What has come and is not yet taken.
    private(set) var rest: [UInt8] = []

    init(_ side: Side) {
        self.side = side
    }

    mutating func append(_ bytes: [UInt8]) {
        rest += bytes
    }

    /// Takes the next whole message; `nil` while bytes are missing. `atEnd`: the peer has closed, no more will come.
    mutating func next(atEnd: Bool = false) throws(HTTPSyntaxError) -> HTTPMessage? {
        guard let blank = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        var message = try HTTPMessage(head: rest[..<blank.lowerBound])
        guard let (body, end) = try body(of: message, from: rest[blank.upperBound...], atEnd: atEnd) else { return nil }
        message.body = body
        rest.removeSubrange(..<end)
        return message
    }

    private func body(
        of message: HTTPMessage, from bytes: ArraySlice<UInt8>, atEnd: Bool
    ) throws(HTTPSyntaxError) -> (body: [UInt8], end: Int)? {
        switch length(of: message) {
        case .bytes(let count): bytes.count < count ? nil : (Array(bytes.prefix(count)), bytes.startIndex + count)
        case .chunked: try Self.unchunked(bytes)
        case .untilClosed: atEnd ? (Array(bytes), bytes.endIndex) : nil
        }
    }

    private enum Length {
        case bytes(Int)
        case chunked
        case untilClosed
    }

    private func length(of message: HTTPMessage) -> Length {
        if case .responses(let method) = side, method == "HEAD" || [204, 304].contains(message.status) {
            return .bytes(0)
        }
        if message.headers["Transfer-Encoding"] == "chunked" { return .chunked }
        if let count = message.headers["Content-Length"].flatMap({ Int($0) }), count >= 0 { return .bytes(count) }
        return side == .requests ? .bytes(0) : .untilClosed
    }

    /// Joins chunks up to the empty one; trailers are not expected. `nil` while bytes are missing.
    private static func unchunked(_ bytes: ArraySlice<UInt8>) throws(HTTPSyntaxError) -> (body: [UInt8], end: Int)? {
        var (body, rest) = ([UInt8](), bytes)
        while let line = rest.firstRange(of: Array("\r\n".utf8)) {
            let digits = rest[..<line.lowerBound].prefix { $0 != UInt8(ascii: ";") }
            guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size >= 0 else {
                throw HTTPSyntaxError(text: rest)
            }
            guard size <= rest.endIndex - line.upperBound - 2 else { return nil }
            let end = line.upperBound + size
            body += rest[line.upperBound..<end]
            rest = rest[(end + 2)...]
            if size == 0 { return (body, rest.startIndex) }
        }
        return nil
    }
}
