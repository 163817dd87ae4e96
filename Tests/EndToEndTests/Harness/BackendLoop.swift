import Glibc

/// Serves any number of connections on one thread, until the listening socket is shut down.
struct BackendLoop {
    private struct Connection {
        let socket: Socket
        var requests = HTTPReader(.requests)
        /// Whether it speaks no HTTP any more: what comes is sent back.
        var isTunnel = false
    }

    let listener: Socket
    let responder: Responder
    private var connections: [Int32: Connection] = [:]

    init(listener: Socket, responder: Responder) {
        (self.listener, self.responder) = (listener, responder)
    }

    consuming func run() {
        while true {
            for descriptor in readable() {
                if descriptor != listener.descriptor {
                    serve(descriptor)
                } else if let socket = try? listener.accepted() {
                    connections[socket.descriptor] = Connection(socket: socket)
                } else {
                    return
                }
            }
        }
    }

    /// Waits until something can be read, or has ended.
    private func readable() -> [Int32] {
        let all = [listener.descriptor] + connections.keys
        var questions = all.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&questions, nfds_t(questions.count), -1)
        return questions.filter { $0.revents != 0 }.map(\.fd)
    }

    /// Answers what has come in whole; drops a connection that has ended, or speaks no HTTP.
    private mutating func serve(_ descriptor: Int32) {
        guard var connection = connections.removeValue(forKey: descriptor),
            let received = try? connection.socket.receive(), !received.isEmpty
        else { return }
        do {
            if connection.isTunnel {
                try connection.socket.send(received)
                connections[descriptor] = connection
                return
            }
            connection.requests.append(received)
            while let request = try connection.requests.next() {
                let answer = responder.answer(to: request)
                try connection.socket.send(answer.bytes)
                switch answer.afterwards {
                case .kept: break
                case .closed: return
                case .tunnelled: connection.isTunnel = true
                }
            }
            connections[descriptor] = connection
        } catch {
            return
        }
    }
}
