import Testing

/// A task that speaks more than HTTP/1.1: an nginx in front of a backend, which has the same name.
enum FrontedBackend {
    enum Speech: Sendable {
        /// TLS with this certificate.
        case tls(certificate: String)
        /// HTTP/2 without TLS, as gRPC does.
        case http2
    }

    /// Runs one while `body` lasts. Its echoes have the name of the client's handshake in `X-TLS-Name`.
    ///
    /// - Parameter headers: of every answer.
    static func running(
        _ name: String, speaking speech: Speech, answering headers: [HTTPHeader] = [],
        _ body: (Endpoint) throws -> Void
    ) throws {
        let backend = try Backend(name, on: .free(on: "127.0.1.10"), headers: headers)
        defer { backend.stop() }
        let endpoint = try Endpoint.free(on: "127.0.1.11")
        let conf = try configuration(of: speech, on: endpoint, inFrontOf: backend.endpoint)
        let nginx = try RunningNginx(conf, adaptedBy: [:], listeningOn: endpoint)
        defer { #expect(throws: Never.self) { try nginx.stop() } }
        try body(endpoint)
    }

    private static func configuration(
        of speech: Speech, on endpoint: Endpoint, inFrontOf backend: Endpoint
    ) throws -> [UInt8] {
        let listen: String
        switch speech {
        case .http2: listen = "listen \(endpoint) http2;"
        case .tls(let certificate):
            let file = try Certificates.shared.get().path(of: "\(certificate).pem")
            listen = "listen \(endpoint) ssl; ssl_certificate \(file); ssl_certificate_key \(file);"
        }
        let conf = """
            user www-data;
            pid nginx.pid;
            events {}
            http {
                access_log off;
                server {
                    \(listen)
                    location / {
                        proxy_pass http://\(backend);
                        proxy_ignore_headers X-Accel-Redirect X-Accel-Limit-Rate X-Accel-Charset;
                        proxy_pass_header X-Accel-Redirect;
                        proxy_pass_header X-Accel-Limit-Rate;
                        proxy_pass_header X-Accel-Charset;
                        proxy_set_header Host $host;
                        proxy_set_header X-TLS-Name $ssl_server_name;
                    }
                }
            }

            """
        return Array(conf.utf8)
    }
}
