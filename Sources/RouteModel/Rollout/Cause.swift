/// One thing that differs between two states of a service cluster.
public struct Cause: Hashable, Sendable {
    /// What it is about.
    public enum Kind: String, Sendable {
        /// The service cluster as a whole.
        case cluster
        /// A host, or a path of one.
        case route
        /// A network that the proxies join.
        case network
        /// A secret that they need.
        case secret
        /// How the proxy service is to run.
        case service
        /// A key of the extension's `Config`, or the template.
        case option
    }

    /// Whether it comes, goes or becomes something else.
    public enum Change: String, Sendable {
        case added, removed, changed

        /// What it looks like in front of a line.
        public var sign: String {
            switch self {
            case .added: "+"
            case .removed: "-"
            case .changed: "~"
            }
        }
    }

    /// What it is about.
    public let kind: Kind
    /// What becomes of it.
    public let change: Change
    /// Its name: a host and path, a network, a secret, a property of the service, a key.
    public let subject: String
    /// What it is, or was and becomes, in words; may be empty.
    public let detail: String
    /// Whether nothing but the addresses of tasks differ, which neither virtual IPs nor DNS would show.
    let isOfTasksAlone: Bool
    /// Whether running proxies cannot take it over: Swarm replaces them.
    let replacesProxies: Bool

    init(
        _ kind: Kind, _ change: Change, _ subject: String, _ detail: String = "", isOfTasksAlone: Bool = false,
        replacesProxies: Bool = false
    ) {
        self.kind = kind
        self.change = change
        self.subject = subject
        self.detail = detail
        self.isOfTasksAlone = isOfTasksAlone
        self.replacesProxies = replacesProxies
    }
}

extension Cause: CustomStringConvertible {
    /// One line: what comes, goes or changes, and how.
    public var description: String {
        "\(change.sign) \(kind.rawValue) \(subject)" + (detail.utf8.isEmpty ? "" : ": \(detail)")
    }
}

/// Joins two lists, both sorted by one key and with no key twice, into pairs.
func pairs<Element, Key: Comparable>(
    _ old: [Element], _ new: [Element], by key: (Element) -> Key
) -> [(old: Element?, new: Element?)] {
    var pairs: [(Element?, Element?)] = []
    var (a, b) = (old[...], new[...])
    while let first = a.first, let second = b.first {
        let (left, right) = (key(first), key(second))
        pairs.append((left <= right ? first : nil, right <= left ? second : nil))
        if left <= right { a.removeFirst() }
        if right <= left { b.removeFirst() }
    }
    return pairs + a.map { ($0, nil) } + b.map { (nil, $0) }
}
