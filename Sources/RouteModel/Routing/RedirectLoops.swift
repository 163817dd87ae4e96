/// Finds the redirects of plain HTTP that would send a client round in a circle for ever.
///
/// They are taken in the order in which their services count; the one that closes a circle is left out, so that nobody's
/// redirect is lost by what a later service asks for. Each host has one redirect at most, so that hosts form chains:
/// following one to its end, and remembering the end, makes this linear (union-find).
struct RedirectLoops {
    /// Names of hosts that requests can end at, for looking a target up as nginx would.
    private let hosts: Set<Hostname>
    /// The port that plain HTTP comes in on; a target on another port is somebody else's.
    private let port: Int
    private var next: [Hostname: Hostname] = [:]

    init(among hosts: Set<Hostname>, on port: Int) {
        self.hosts = hosts
        self.port = port
    }

    /// Whether a redirect of `host` to `target` closes no circle; it counts from now on then.
    mutating func add(_ host: Hostname, to target: RedirectTarget) -> Bool {
        guard !target.isSecure, (target.port?.number ?? port) == port, let first = owner(of: target.host) else {
            return true
        }
        let end = self.end(of: first)
        guard end != host else { return false }
        next[host] = end
        return true
    }

    /// Where a chain of redirects ends.
    private mutating func end(of host: Hostname) -> Hostname {
        var end = host
        while let following = next[end] { end = following }
        var step = host
        while let following = next[step], following != end {
            next[step] = end
            step = following
        }
        return end
    }

    /// The host that nginx would choose for a name: itself, else the longest wildcard above it.
    private func owner(of name: Hostname) -> Hostname? {
        if hosts.contains(name) { return name }
        return name.wildcardsAbove.first { hosts.contains($0) }
    }
}
