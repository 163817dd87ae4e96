import RouteModel

/// Lowers a routing table to nginx's blocks. Never fails: whatever nginx would refuse cannot be in a table.
func lower(_ table: RoutingTable, with options: ProxyOptions) -> ConfigBlock {
    let layout = Layout(of: table.hosts)
    var upstreams = UpstreamLowering(options, layout)
    var lines: [TableLine] = []
    var servers: [ServerBlock] = []
    for host in table.hosts {
        switch layout.form(of: host) {
        case .line: lines.append(upstreams.line(for: host))
        case .server: servers.append(upstreams.server(for: host))
        }
    }
    let http = HTTPBlock(
        options: options, hashSize: hashSize(for: table.hosts.count), upstreams: upstreams.blocks,
        table: TableBlock(lines: lines), servers: servers)
    return ConfigBlock(options: options, http: http)
}

/// The places that a hash of `names` names may have: the next power of two, 16,384 at least.
///
/// With fewer nginx tries size after size and warns; with these sizes its first attempt fits.
private func hashSize(for names: Int) -> Int {
    var size = 16_384
    while size < names { size *= 2 }
    return size
}
