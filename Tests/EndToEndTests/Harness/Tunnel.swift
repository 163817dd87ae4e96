/// A connection that has been upgraded from HTTP to something else.
final class Tunnel {
    /// The answer that upgraded it.
    let response: HTTPMessage
    /// What the backend saw of the request.
    let echo: Echo?
    private let socket: Socket

    /// Asks `path` of `host` for a WebSocket. Only a backend of ours, which tells how long its echo is, is understood.
    ///
    /// - Throws: `SystemError` when there is no connection or no answer in time; `HTTPSyntaxError` when the answer is
    ///   no upgrade.
    init(to endpoint: Endpoint, _ path: String, host: String, _ headers: HTTPHeader...) throws {
        socket = try Socket.connected(to: endpoint)
        let fields = [
            HTTPHeader(name: "Host", value: host), HTTPHeader(name: "Connection", value: "Upgrade"),
            HTTPHeader(name: "Upgrade", value: "WebSocket"), HTTPHeader(name: "Sec-WebSocket-Version", value: "13"),
            HTTPHeader(name: "Sec-WebSocket-Key", value: "dGhlIHNhbXBsZSBub25jZQ=="),
        ]
        let lines = ["GET \(path) HTTP/1.1"] + (fields + headers).map(\.description) + ["", ""]
        try socket.send(Array(lines.joined(separator: "\r\n").utf8))
        let deadline = Deadline()
        var received: [UInt8] = []
        let blank = Array("\r\n\r\n".utf8)
        while received.firstRange(of: blank) == nil { received += try Self.more(on: socket, deadline) }
        let end = received.firstRange(of: blank)?.lowerBound ?? 0
        var response = try HTTPMessage(head: received[..<end])
        guard response.status == 101, let length = response.headers["X-Echo-Length"].flatMap({ Int($0) }) else {
            throw HTTPSyntaxError(text: received[...])
        }
        while received.count < end + 4 + length { received += try Self.more(on: socket, deadline) }
        response.body = Array(received[(end + 4)...])
        self.response = response
        echo = Echo(response)
    }

    /// Sends `text` and waits for as many bytes.
    func answer(to text: String) throws -> String {
        let deadline = Deadline()
        try socket.send(Array(text.utf8))
        var received: [UInt8] = []
        while received.count < text.utf8.count { received += try Self.more(on: socket, deadline) }
        return String(decoding: received, as: UTF8.self)
    }

    private static func more(on socket: Socket, _ deadline: Deadline) throws -> [UInt8] {
        let bytes = try socket.receive(before: deadline)
        guard !bytes.isEmpty else { throw HTTPSyntaxError(text: []) }
        return bytes
    }
}
