import RouteModel

/// What a host comes to, but for its upstreams.
struct HostBlocks: Sendable {
    var line: TableLine?
    var redirect: RedirectLine?
    /// What sends plain HTTP elsewhere, where TLS is answered by a server beside it or by none.
    var redirectingServer: ServerBlock?
    var server: ServerBlock?
    /// The server that it shares with others, which ask the table for its line.
    var sharedServer: SharedServer?
    var uses = UsedFeatures()
}

/// What some hosts come to, in their order.
struct LoweredHosts: Sendable {
    /// What answers hosts over plain HTTP, and over TLS: a host may have one and not the other.
    private(set) var lines: [TableLine] = []
    private(set) var tlsLines: [TableLine] = []
    var redirects: [RedirectLine] = []
    var servers: [ServerBlock] = []
    var uses = UsedFeatures()
    /// The hosts of the tables by the server that they share.
    private(set) var namesByServer: [SharedServer: [String]] = [:]

    mutating func add(_ blocks: HostBlocks, of host: VirtualHost) {
        if let server = blocks.redirectingServer { servers.append(server) }
        if let server = blocks.server { servers.append(server) }
        if let redirect = blocks.redirect { redirects.append(redirect) }
        uses.add(blocks.uses)
        guard let line = blocks.line else { return }
        // A shared server that answers TLS too asks the table for TLS at all times.
        let asksTableForTLS = blocks.sharedServer.map { $0.isPlain && $0.certificate != nil } ?? false
        if host.redirect == nil, !asksTableForTLS { lines.append(line) }
        if host.certificate != nil { tlsLines.append(line) }
        if let server = blocks.sharedServer { namesByServer[server, default: []].append(line.host) }
    }

    /// Adds what hosts behind these come to.
    mutating func add(_ others: LoweredHosts) {
        lines += others.lines
        tlsLines += others.tlsLines
        redirects += others.redirects
        servers += others.servers
        uses.add(others.uses)
        namesByServer.merge(others.namesByServer, uniquingKeysWith: +)
    }
}
