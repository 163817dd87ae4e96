import Glibc
import Synchronization

/// TCP ports that nothing uses.
enum FreePort {
    /// Below 32768, where Linux takes the ports of outgoing connections from: none of those can slip in between
    /// the choice of a port and its use.
    private static let range: Range<UInt16> = 16384..<32768

    /// Where the next search begins. Two test runs at once begin apart, and one never hands out a port twice.
    private static let next = Mutex(range.lowerBound + UInt16(getpid() % Int32(range.count)))

    /// A port of `address`, a loopback address, that nothing listens on.
    ///
    /// - Throws: what listening there throws, when 100 ports in a row are taken.
    static func on(_ address: String) throws -> UInt16 {
        for _ in 1..<100 {
            let port = candidate()
            if (try? Socket.listening(on: Endpoint(address, port))) != nil { return port }
        }
        let last = candidate()
        _ = try Socket.listening(on: Endpoint(address, last))
        return last
    }

    private static func candidate() -> UInt16 {
        next.withLock { port in
            defer { port = port + 1 < range.upperBound ? port + 1 : range.lowerBound }
            return port
        }
    }
}

extension Endpoint {
    /// An endpoint of `address`, a loopback address, that nothing listens on.
    static func free(on address: String) throws -> Endpoint {
        Endpoint(address, try FreePort.on(address))
    }
}
