/// Takes redirects back that would send a client round in a circle for ever: those hosts, which are returned, are routed
/// instead.
func breakRedirectLoops(in table: inout RoutingTable) -> Set<Hostname> {
    var next: [Hostname: RedirectTarget] = [:]
    for host in table.hosts {
        if case .to(let target)? = host.redirect { next[host.name] = target }
    }
    let looping = Set(next.keys.filter { leadsBack(to: $0, next) })
    guard !looping.isEmpty else { return looping }
    table.hosts = table.hosts.map { host in
        guard looping.contains(host.name) else { return host }
        return VirtualHost(name: host.name, routes: host.routes, redirect: nil, certificate: host.certificate)
    }
    return looping
}

/// Whether the redirects of plain HTTP that begin at `start` come back to it. TLS is not redirected.
private func leadsBack(to start: Hostname, _ next: [Hostname: RedirectTarget]) -> Bool {
    var seen: Set<Hostname> = []
    var host = start
    while let target = next[host], !target.isSecure, seen.insert(host).inserted {
        host = target.host
        if host == start { return true }
    }
    return false
}
