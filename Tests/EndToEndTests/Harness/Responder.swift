/// What a backend answers.
///
/// A request may wish for something else by its header `X-Answer`: a status, or `nothing` at all.
struct Responder: Sendable {
    /// An answer, and what becomes of the connection after it.
    struct Answer {
        enum Afterwards { case kept, closed, tunnelled }

        let bytes: [UInt8]
        let afterwards: Afterwards
    }

    let name: String
    let status: Int
    let headers: [HTTPHeader]

    func answer(to request: HTTPMessage) -> Answer {
        let wish = request.headers["X-Answer"]
        if wish == "nothing" { return Answer(bytes: [], afterwards: .kept) }
        if request.headers["Upgrade"] != nil { return upgraded(request) }
        let status = wish.flatMap { Int($0) } ?? status
        let body = Array(Echo(of: request, by: name).text.utf8)
        let sent = request.method == "HEAD" || [204, 304].contains(status) ? [] : body
        let closes = status == 101 || request.headers["Connection"] == "close"
        return Answer(
            bytes: head(status, framing(of: body, status) + headers) + sent, afterwards: closes ? .closed : .kept)
    }

    /// Accepts any upgrade. The tunnel begins with the echo of the request, whose length the head tells.
    private func upgraded(_ request: HTTPMessage) -> Answer {
        let echo = Array(Echo(of: request, by: name).text.utf8)
        let fields = [
            HTTPHeader(name: "Connection", value: "upgrade"),
            HTTPHeader(name: "Upgrade", value: request.headers["Upgrade"] ?? ""),
            HTTPHeader(name: "X-Echo-Length", value: "\(echo.count)"),
        ]
        return Answer(bytes: head(101, fields + headers) + echo, afterwards: .tunnelled)
    }

    private func head(_ status: Int, _ fields: [HTTPHeader]) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) Answered"] + fields.map(\.description) + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Answers that never have a body may not have its length either (RFC 9110 section 8.6).
    private func framing(of body: [UInt8], _ status: Int) -> [HTTPHeader] {
        if [101, 204, 304].contains(status) { return [] }
        return [
            HTTPHeader(name: "Content-Type", value: "text/plain"),
            HTTPHeader(name: "Content-Length", value: "\(body.count)"),
        ]
    }
}
