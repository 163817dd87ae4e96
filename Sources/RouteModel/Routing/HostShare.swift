/// How much of a cluster's file one host takes: its size is nearly all paths and peers.
public struct HostShare: Hashable, Sendable {
    /// The host's name.
    public let host: Hostname
    /// How many paths it has.
    public let paths: Int
    /// How many peers these have together.
    public let peers: Int

    /// In peers, of which a path takes about four times the bytes.
    private var weight: Int { 4 * paths + peers }

    fileprivate init(_ host: Hostname, _ routes: [Route]) {
        self.host = host
        paths = routes.count
        peers = routes.reduce(0) { $0 + $1.action.peerCount }
    }

    fileprivate static func precedes(_ a: Self, _ b: Self) -> Bool { (b.weight, a.host) < (a.weight, b.host) }
}

extension RoutingTable {
    /// The hosts that take most of the file, those with most first.
    public func largestHosts(_ count: Int) -> [HostShare] {
        // A sorted list of few, since there may be thousands of hosts.
        hosts.reduce(into: []) { largest, host in
            let share = HostShare(host.name, host.routes)
            guard largest.count < count || HostShare.precedes(share, largest[largest.count - 1]) else { return }
            largest.insert(share, at: largest.firstIndex { HostShare.precedes(share, $0) } ?? largest.endIndex)
            if largest.count > count { largest.removeLast() }
        }
    }
}

extension Action {
    fileprivate var peerCount: Int {
        if case .forward(let forward) = self, case .upstream(let upstream) = forward.target {
            upstream.peers.count
        } else {
            0
        }
    }
}
