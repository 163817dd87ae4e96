import Glibc

/// One TCP socket, closed with its last reference. No child process inherits it.
final class Socket: Sendable {
    let descriptor: Int32

    private init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    private static func open(for endpoint: Endpoint) throws(SystemError) -> Socket {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(endpoint.isIPv6 ? AF_INET6 : AF_INET, kind, 0)
        guard descriptor >= 0 else { throw SystemError("socket for \(endpoint)") }
        return Socket(owning: descriptor)
    }

    /// Connects to `endpoint`. Neither that nor a later `send` waits for more than 5 s.
    static func connected(to endpoint: Endpoint) throws -> Socket {
        let socket = try open(for: endpoint)
        socket.set(SO_SNDTIMEO, to: timeval(tv_sec: 5, tv_usec: 0))
        let result = try endpoint.withSocketAddress { connect(socket.descriptor, $0, $1) }
        guard result == 0 else { throw SystemError("connect to \(endpoint)") }
        return socket
    }

    /// Begins to connect to `endpoint`, and does not wait until that has happened.
    static func connecting(to endpoint: Endpoint) throws -> Socket {
        let socket = try open(for: endpoint)
        _ = fcntl(socket.descriptor, F_SETFL, O_NONBLOCK)
        let result = try endpoint.withSocketAddress { connect(socket.descriptor, $0, $1) }
        guard result == 0 || errno == EINPROGRESS else { throw SystemError("connect to \(endpoint)") }
        return socket
    }

    /// Listens on `endpoint`, also where earlier connections still linger in TIME_WAIT, as nginx does.
    ///
    /// - Parameter queue: how many connections wait to be accepted; Linux lets one more in.
    static func listening(on endpoint: Endpoint, queueing queue: Int32 = SOMAXCONN) throws -> Socket {
        let socket = try open(for: endpoint)
        socket.set(SO_REUSEADDR, to: Int32(1))
        let bound = try endpoint.withSocketAddress { bind(socket.descriptor, $0, $1) }
        guard bound == 0 else { throw SystemError("bind to \(endpoint)") }
        guard listen(socket.descriptor, queue) == 0 else { throw SystemError("listen on \(endpoint)") }
        return socket
    }

    /// The same for an endpoint that was free a moment ago: a child process that was being started then has a copy of the
    /// socket that found it free, until it runs its own program.
    static func listening(onFree endpoint: Endpoint) throws -> Socket {
        let deadline = Deadline()
        while true {
            do { return try listening(on: endpoint) } catch let error as SystemError {
                guard error.code == EADDRINUSE, !deadline.hasPassed else { throw error }
            }
            usleep(5000)
        }
    }

    private func set<Value>(_ option: Int32, to value: Value) {
        withUnsafeBytes(of: value) { bytes in
            _ = setsockopt(descriptor, SOL_SOCKET, option, bytes.baseAddress, socklen_t(bytes.count))
        }
    }

    /// The next connection of a listening socket; waits for one.
    func accepted() throws(SystemError) -> Socket {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { throw SystemError("accept") }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        return Socket(owning: connection)
    }

    /// Whether somebody waits to be accepted, by `deadline` at the latest.
    func hasConnection(before deadline: Deadline) -> Bool {
        var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&question, 1, deadline.millisecondsLeft) == 1
    }

    /// Sends all of `bytes`. A peer that is gone is an error, never a SIGPIPE.
    func send(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw SystemError("send") }
            rest = rest.dropFirst(sent)
        }
    }

    /// What has arrived, at most 64 KiB; waits for the first byte. Empty when the peer has closed.
    func receive() throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count >= 0 else { throw SystemError("receive") }
        return Array(bytes.prefix(count))
    }

    /// Like `receive()`, but fails with ETIMEDOUT when no byte has come by `deadline`.
    func receive(before deadline: Deadline) throws(SystemError) -> [UInt8] {
        var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&question, 1, deadline.millisecondsLeft) == 1 else {
            errno = ETIMEDOUT
            throw SystemError("receive")
        }
        return try receive()
    }

    /// Wakes whoever polls a listening socket, and refuses new connections.
    func shutDown() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }
}
