/// Where a redirect leads: `http://` or `https://`, a host, perhaps a port and a path.
///
/// The request's own path and query follow it, so it has no query; nginx would expand a `$` in it, decode `\r\n`, and
/// a `user@` would hide the real host from a person.
public struct RedirectTarget: Hashable, Sendable {
    /// The URL without a trailing slash; ASCII only, 2,000 bytes at most.
    public let text: String
    /// Whose requests it gets.
    public let host: Hostname
    /// The port, where it names one.
    public let port: Port?
    /// Whether it leads to TLS.
    public let isSecure: Bool

    /// `nil` for any other text.
    public init?(_ text: some BidirectionalCollection<UInt8>) {
        guard text.count <= 2000, let (isSecure, rest) = takeScheme(from: Array(text)[...]) else { return nil }
        let server = rest.prefix { $0 != UInt8(ascii: "/") }
        var path = Array(rest.dropFirst(server.count))
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        let parts = server.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let host = Hostname(name), !host.isWildcard, Self.isPath(path) else { return nil }
        port = parts.count == 2 ? Port(parts[1]) : nil
        guard parts.count == 1 || port != nil else { return nil }
        self.host = host
        self.isSecure = isSecure
        let authority = host.text + (port.map { ":\($0.number)" } ?? "")
        self.text = "\(isSecure ? "https" : "http")://\(authority)" + String(decoding: path, as: UTF8.self)
    }

    /// Whether `path` is empty, or begins with `/` and has only bytes that a path has, `%` before two digits.
    private static func isPath(_ path: [UInt8]) -> Bool {
        path.indices.allSatisfy { index in
            if path[index] == UInt8(ascii: "%") {
                return index + 2 < path.count && isHexadecimalDigit(path[index + 1])
                    && isHexadecimalDigit(path[index + 2])
            }
            return isLetterOrDigit(path[index]) || "/._~!&()*+,:@=-".utf8.contains(path[index])
        }
    }
}

/// A redirect's source: only its host counts, as in Interlock.
func redirectSource(_ text: ArraySlice<UInt8>) -> Hostname? {
    guard let (_, rest) = takeScheme(from: text) else { return nil }
    return Hostname(rest.last == UInt8(ascii: "/") ? rest.dropLast() : rest)
}

private func takeScheme(from text: ArraySlice<UInt8>) -> (isSecure: Bool, rest: ArraySlice<UInt8>)? {
    if text.starts(with: "http://".utf8) { return (false, text.dropFirst(7)) }
    if text.starts(with: "https://".utf8) { return (true, text.dropFirst(8)) }
    return nil
}
