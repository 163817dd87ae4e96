/// Speaks TLS with `openssl s_client`: one connection a call, which the peer has to close.
struct TLSClient: Sendable {
    let endpoint: Endpoint

    init(_ endpoint: Endpoint) {
        self.endpoint = endpoint
    }

    /// Asks for `path` of `host` over HTTP/1.1.
    ///
    /// - Parameter name: that the client asks for in its handshake; `host` unless given.
    /// - Throws: `TLSRefused` when there is no connection, or no HTTP/1.1 on it.
    func get(
        _ path: String = "/", host: String, naming name: String? = nil, _ headers: HTTPHeader...
    ) throws -> (certificate: String, response: HTTPMessage) {
        let fields = [HTTPHeader(name: "Host", value: host), HTTPHeader(name: "Connection", value: "close")] + headers
        let lines = ["GET \(path) HTTP/1.1"] + fields.map(\.description) + ["", ""]
        let naming = ["-servername", name ?? host]
        let run = try client(["-brief", "-ign_eof"] + naming, sending: lines.joined(separator: "\r\n"))
        var reader = HTTPReader(.responses(toMethod: "GET"))
        reader.append(run.output)
        guard let response = try reader.next(atEnd: true), let certificate = Self.subject(in: run.errors) else {
            throw TLSRefused(output: run.errors)
        }
        return (certificate, response)
    }

    /// Shakes hands, and no more.
    ///
    /// - Parameter name: that the client asks for; `nil`: none.
    /// - Parameter options: of `openssl s_client`.
    func handshake(naming name: String?, _ options: String...) throws -> TLSHandshake {
        let naming = name.map { ["-servername", $0] } ?? ["-noservername"]
        let run = try client(naming + options, sending: "")
        return TLSHandshake(output: String(decoding: run.output, as: UTF8.self), errors: run.errors)
    }

    private func client(_ options: [String], sending input: String) throws -> ToolRun {
        try ToolRun("openssl", ["s_client", "-connect", "\(endpoint)"] + options, input: Array(input.utf8))
    }

    /// The common name of the certificate in what `-brief` tells.
    private static func subject(in text: String) -> String? { text.rest(ofLineAfter: "Peer certificate: CN = ") }
}

/// What a client learned from a handshake.
struct TLSHandshake {
    fileprivate let output: String
    fileprivate let errors: String

    /// The common name of the certificate; `nil`: none was shown.
    var certificate: String? { output.rest(ofLineAfter: "subject=CN = ") }

    /// The protocol that both agreed to speak over TLS; `nil`: they agreed on none.
    var applicationProtocol: String? { output.rest(ofLineAfter: "ALPN protocol: ") }

    /// The alert that ended it, by its number (RFC 8446 section 6); `nil`: it was not ended by one.
    var alert: Int? { errors.rest(ofLineAfter: "SSL alert number ").flatMap { Int($0) } }
}

/// No connection, or not what was to be spoken on it.
struct TLSRefused: Error, CustomStringConvertible {
    let output: String

    var description: String { "no HTTP/1.1 over TLS: \(output)" }
}

extension String {
    /// What follows `text` up to the end of the line, where `text` stands first.
    func rest(ofLineAfter text: String) -> String? {
        let bytes = Array(utf8)
        guard let found = bytes.firstRange(of: Array(text.utf8)) else { return nil }
        return String(decoding: bytes[found.upperBound...].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
