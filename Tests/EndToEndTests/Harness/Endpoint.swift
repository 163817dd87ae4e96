import Glibc

/// A TCP address of this machine alone: tests neither reach nor offer anything outside it.
struct Endpoint: Hashable, Sendable {
    /// `127.0.0.0/8` or `::1`, without brackets. Linux answers on the whole of `127.0.0.0/8` without any set-up.
    let address: String
    let port: UInt16

    init(_ address: String, _ port: UInt16) {
        (self.address, self.port) = (address, port)
    }

    /// Whether this machine has `::1`; in a container it may be missing.
    static let machineHasIPv6 = (try? Socket.listening(on: Endpoint("::1", 0))) != nil

    var isIPv6: Bool { address.utf8.contains(UInt8(ascii: ":")) }

    /// Calls `body` with the address as the socket calls take it.
    ///
    /// - Throws: `NotLoopback` when `address` is no loopback address; whatever `body` throws.
    func withSocketAddress<Result>(
        _ body: (UnsafePointer<sockaddr>, socklen_t) throws -> Result
    ) throws -> Result {
        isIPv6 ? try Self.lend(try ipv6(), to: body) : try Self.lend(try ipv4(), to: body)
    }

    private func ipv4() throws(NotLoopback) -> sockaddr_in {
        var socketAddress = sockaddr_in()
        socketAddress.sin_family = sa_family_t(AF_INET)
        socketAddress.sin_port = port.bigEndian
        let read = inet_pton(AF_INET, address, &socketAddress.sin_addr)
        guard read == 1, UInt32(bigEndian: socketAddress.sin_addr.s_addr) >> 24 == 127 else {
            throw NotLoopback(address: address)
        }
        return socketAddress
    }

    private func ipv6() throws(NotLoopback) -> sockaddr_in6 {
        guard address == "::1" else { throw NotLoopback(address: address) }
        var socketAddress = sockaddr_in6()
        socketAddress.sin6_family = sa_family_t(AF_INET6)
        socketAddress.sin6_port = port.bigEndian
        socketAddress.sin6_addr = in6addr_loopback
        return socketAddress
    }

    private static func lend<Address, Result>(
        _ address: Address, to body: (UnsafePointer<sockaddr>, socklen_t) throws -> Result
    ) throws -> Result {
        try withUnsafeBytes(of: address) { bytes in
            try bytes.withMemoryRebound(to: sockaddr.self) { pointer in
                guard let start = pointer.baseAddress else { preconditionFailure("a socket address has bytes") }
                return try body(start, socklen_t(bytes.count))
            }
        }
    }
}

extension Endpoint: CustomStringConvertible {
    /// As `listen` and `server` of nginx spell it.
    var description: String { isIPv6 ? "[\(address)]:\(port)" : "\(address):\(port)" }
}

/// An address that a test may not use.
struct NotLoopback: Error, CustomStringConvertible {
    let address: String

    var description: String { "\"\(address)\" is not a loopback address; give one of 127.0.0.0/8 or ::1" }
}
