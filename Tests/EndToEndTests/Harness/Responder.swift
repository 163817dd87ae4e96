/// What a backend answers.
struct Responder: Sendable {
    let name: String
    let status: Int
    let headers: [HTTPHeader]

    /// The bytes of the answer, and whether the connection is to be closed after them.
    func answer(to request: HTTPMessage) -> (bytes: [UInt8], closes: Bool) {
        let body = Array(Echo(of: request, by: name).text.utf8)
        let head = ["HTTP/1.1 \(status) Answered"] + (framing(of: body) + headers).map(\.description) + ["", ""]
        let sent = request.method == "HEAD" || [204, 304].contains(status) ? [] : body
        let closes = status == 101 || request.headers["Connection"] == "close"
        return (Array(head.joined(separator: "\r\n").utf8) + sent, closes)
    }

    /// Answers that never have a body may not have its length either (RFC 9110 section 8.6).
    private func framing(of body: [UInt8]) -> [HTTPHeader] {
        if [101, 204, 304].contains(status) { return [] }
        return [
            HTTPHeader(name: "Content-Type", value: "text/plain"),
            HTTPHeader(name: "Content-Length", value: "\(body.count)"),
        ]
    }
}
