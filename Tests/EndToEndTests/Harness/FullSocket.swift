/// A socket that listens and accepts nobody, since its queue is full: connections to it hang.
final class FullSocket {
    let endpoint: Endpoint
    private let listener: Socket
    private var waiting: [Socket] = []

    /// Fills the queue, which has room for two; whoever comes next waits.
    init() throws {
        endpoint = try .free(on: "127.0.1.13")
        listener = try Socket.listening(on: endpoint, queueing: 0)
        waiting = try (1...2).map { _ in try Socket.connecting(to: endpoint) }
    }
}
