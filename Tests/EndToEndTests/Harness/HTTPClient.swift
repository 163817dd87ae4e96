/// Sends one request on a connection of its own and reads the answer, in 5 seconds or not at all.
struct HTTPClient: Sendable {
    let endpoint: Endpoint

    init(_ endpoint: Endpoint) {
        self.endpoint = endpoint
    }

    /// Asks for `path` of `host`, which is sent as given, capitals and all.
    func get(_ path: String = "/", host: String, _ headers: HTTPHeader...) throws -> HTTPMessage {
        try send("GET", path, [HTTPHeader(name: "Host", value: host)] + headers)
    }

    /// Sends exactly these headers, and `Content-Length` when there is a body.
    ///
    /// - Parameter version: with `1.0` a request needs no `Host`.
    /// - Throws: `SystemError` when there is no connection, or no whole answer in time; `HTTPSyntaxError` when
    ///   what came is not one.
    func send(
        _ method: String, _ path: String, _ headers: [HTTPHeader], body: [UInt8] = [], version: String = "1.1"
    ) throws -> HTTPMessage {
        let length = body.isEmpty ? [] : [HTTPHeader(name: "Content-Length", value: "\(body.count)")]
        let lines = ["\(method) \(path) HTTP/\(version)"] + (headers + length).map(\.description)
        let connection = try Socket.connected(to: endpoint)
        try connection.send(lines.flatMap { Array("\($0)\r\n".utf8) } + Array("\r\n".utf8) + body)
        return try Self.response(to: method, on: connection)
    }

    private static func response(to method: String, on connection: Socket) throws -> HTTPMessage {
        let deadline = Deadline()
        var (reader, received) = (HTTPReader(.responses(toMethod: method)), [UInt8]())
        repeat {
            received = try connection.receive(before: deadline)
            reader.append(received)
            if let response = try reader.next(atEnd: received.isEmpty) { return response }
        } while !received.isEmpty
        throw HTTPSyntaxError(text: reader.rest[...])
    }
}
