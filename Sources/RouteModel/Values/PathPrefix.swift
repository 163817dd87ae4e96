/// The beginning of the paths that a route serves: `/` or `/app`, without a trailing slash.
///
/// nginx compares locations with the decoded path, its slashes merged and its dot segments resolved. So a prefix with
/// `%`, `//` or `..` would never match; what nginx gives a meaning to (`$ ; { } " \`) is not in the allow list.
public struct PathPrefix: Hashable, Sendable {
    /// The path; ASCII only, so comparing it compares bytes.
    public let text: String

    /// All paths.
    public static let root = PathPrefix(checked: "/")

    /// A location has a slash behind it, and those of more than 255 bytes were chosen wrongly before nginx 1.23.4.
    static let longest = 254

    private init(checked text: String) { self.text = text }

    /// Reads a path of 1 to 254 bytes that begins with `/`; a trailing slash is dropped. `nil` for anything else.
    public init?(_ text: some Collection<UInt8>) {
        guard (1...Self.longest).contains(text.count), text.first == UInt8(ascii: "/") else { return nil }
        var path = Array(text)
        while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
        guard path.count > 1 else { self = .root; return }
        let segments = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard segments.allSatisfy({ Self.isSegment($0) }) else { return nil }
        self.init(checked: String(decoding: path, as: UTF8.self))
    }

    /// Whether this is `/`, under which all paths lie.
    public var isRoot: Bool { text.utf8.count == 1 }

    private static func isSegment(_ segment: ArraySlice<UInt8>) -> Bool {
        guard !segment.isEmpty, !segment.elementsEqual(".".utf8), !segment.elementsEqual("..".utf8) else {
            return false
        }
        return segment.allSatisfy { isLetterOrDigit($0) || "._~!&()*+,:@-".utf8.contains($0) }
    }
}

extension PathPrefix: Comparable {
    /// nginx takes the longest prefix that matches, wherever it stands; longest first, then byte order, is the order in
    /// which they win.
    public static func < (a: Self, b: Self) -> Bool { (b.text.utf8.count, a.text) < (a.text.utf8.count, b.text) }
}

extension PathPrefix {
    /// Whether this is `other` or a path below it.
    func isAtOrBelow(_ other: PathPrefix) -> Bool {
        self == other || other.isRoot || text.utf8.starts(with: (other.text + "/").utf8)
    }

    /// What is left of this path without `prefix`, which it lies at or below: `/` and what follows, or nothing.
    public func dropping(_ prefix: PathPrefix) -> String {
        prefix.isRoot ? text : String(decoding: text.utf8.dropFirst(prefix.text.utf8.count), as: UTF8.self)
    }
}
