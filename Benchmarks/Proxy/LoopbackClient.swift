import Foundation

/// Asks an nginx of this machine, each time on a new connection.
struct LoopbackClient {
    /// On 127.0.0.1.
    let port: UInt16

    /// Where `host` sends its clients; `nil` if there is no answer within 5 s, or one that is no redirect.
    func redirect(of host: String) -> String? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        limitWaiting(of: descriptor)
        let request = Array("GET / HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n".utf8)
        guard connect(descriptor), send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            return nil
        }
        return Self.location(in: receiveAll(descriptor))
    }

    private func limitWaiting(of descriptor: Int32) {
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    private func connect(_ descriptor: Int32) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private func receiveAll(_ descriptor: Int32) -> [UInt8] {
        var answer: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { return answer }
            answer += piece.prefix(count)
        }
    }

    private static func location(in answer: [UInt8]) -> String? {
        guard answer.starts(with: "HTTP/1.1 302 ".utf8),
            let start = answer.firstRange(of: Array("\r\nLocation: ".utf8))?.upperBound,
            let end = answer[start...].firstIndex(of: UInt8(ascii: "\r"))
        else { return nil }
        return String(decoding: answer[start..<end], as: UTF8.self)
    }
}
