import Foundation

/// A TCP port of 127.0.0.1 that nothing listens on.
enum FreePort {
    /// Lets Linux choose one. It gives such ports to outgoing connections too, but not the same again so soon.
    static func find() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else { throw ProxyFailure(description: "no port of 127.0.0.1 is free") }
        return UInt16(bigEndian: address.sin_port)
    }
}
