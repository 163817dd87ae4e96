/// The body of a backend's answer: who answered, and what the proxy had sent. One item a line.
struct Echo: Hashable, Sendable {
    let backend: String
    let requestLine: String
    /// In order, names as the proxy sent them.
    let headers: [HTTPHeader]

    init(of request: HTTPMessage, by backend: String) {
        (self.backend, requestLine, headers) = (backend, request.startLine, request.headers)
    }

    /// Reads an answer's body; `nil` when no backend wrote it, but nginx itself.
    init?(_ response: HTTPMessage) {
        let lines = response.body.split(separator: UInt8(ascii: "\n"))
        let headers = lines.dropFirst(2).compactMap { HTTPHeader(line: $0) }
        guard lines.count >= 2, headers.count == lines.count - 2, Self.endsAsRequestLine(lines[1]) else { return nil }
        backend = String(decoding: lines[0], as: UTF8.self)
        requestLine = String(decoding: lines[1], as: UTF8.self)
        self.headers = headers
    }

    private static func endsAsRequestLine(_ line: ArraySlice<UInt8>) -> Bool {
        line.suffix(8).elementsEqual("HTTP/1.1".utf8) || line.suffix(8).elementsEqual("HTTP/1.0".utf8)
    }

    var text: String {
        ([backend, requestLine] + headers.map(\.description)).map { $0 + "\n" }.joined()
    }
}
