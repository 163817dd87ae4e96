/// A request as a backend received it, or a response as a client did.
struct HTTPMessage: Sendable {
    /// `GET / HTTP/1.1` or `HTTP/1.1 200 OK`.
    let startLine: String
    /// In the order and spelling of the wire.
    let headers: [HTTPHeader]
    /// Without the framing of a chunked message.
    var body: [UInt8] = []

    /// The code of a response, 100...599; `nil` for a request.
    var status: Int? { Int(word(1)) }

    /// The method of a request.
    var method: String { word(0) }

    var text: String { String(decoding: body, as: UTF8.self) }

    private func word(_ index: Int) -> String {
        let words = startLine.utf8.split(separator: UInt8(ascii: " "))
        return words.indices.contains(index) ? String(words[index]) ?? "" : ""
    }
}

extension HTTPMessage {
    /// Reads a start line and header lines, as they stand before the empty line.
    init(head: ArraySlice<UInt8>) throws(HTTPSyntaxError) {
        let lines = head.split(separator: UInt8(ascii: "\n")).map { line in
            line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        }
        var headers: [HTTPHeader] = []
        for line in lines.dropFirst() {
            guard let header = HTTPHeader(line: line) else { throw HTTPSyntaxError(text: line) }
            headers.append(header)
        }
        self.init(startLine: String(decoding: lines.first ?? [], as: UTF8.self), headers: headers)
    }
}

/// Bytes that are not HTTP/1.1, or end in the middle of a message.
struct HTTPSyntaxError: Error, CustomStringConvertible {
    let text: ArraySlice<UInt8>

    var description: String {
        "not a complete HTTP/1.1 message: \"\(String(decoding: text.prefix(200), as: UTF8.self))\""
    }
}
