import RouteModel

/// Lowers a routing table to nginx's blocks. Never fails: whatever nginx would refuse cannot be in a table.
///
/// - Parameters:
///   - memory: what came of the last table; the blocks of hosts that have not changed are the same objects.
///   - sharing: a second thread for half of the hosts, which needs no memory.
func lower(
    _ table: RoutingTable, with options: ProxyOptions, remembering memory: LoweringMemory? = nil,
    sharing: SharedWork? = nil
) -> ConfigBlock {
    if let config = memory?.updatedConfig(for: table, with: options) { return config }
    let layout = Layout(of: table, with: options)
    var upstreams = Upstreams(options, layout)
    var hosts = HostLowering(options, layout, remembering: memory)
    hosts.lower(table, &upstreams, sharing: sharing)
    upstreams.completeZone(remembering: memory)
    let isTerminating = hosts.isTerminating(table)
    let passthrough = lowerPassthrough(table, with: options, isBesideTermination: isTerminating, memory)
    memory?.keep()
    var uses = hosts.lowered.uses
    uses.isBehindStream = passthrough != nil && isTerminating
    let http = HTTPBlock(
        options: options, hashSize: hashSize(for: table.hosts.count), upstreams: upstreams,
        table: TableBlock(lines: hosts.lowered.lines, fallback: hosts.fallbackTarget),
        tlsTable: tlsTable(of: hosts, table),
        redirects: RedirectTableBlock(lines: hosts.lowered.redirects), servers: hosts.lowered.servers,
        defaults: hosts.defaults(table), uses: uses)
    let config = ConfigBlock(
        options: options, http: http, stream: StreamBlock(options: options, passthrough: passthrough))
    memory?.remember(config, of: table, layout)
    return config
}

/// What answers the hosts that show a certificate and have no server of their own; `nil` if there are none.
private func tlsTable(of hosts: HostLowering, _ table: RoutingTable) -> TableBlock? {
    let hasFallback = table.fallback?.certificate != nil
    guard !hosts.lowered.tlsLines.isEmpty || hasFallback else { return nil }
    return TableBlock(lines: hosts.lowered.tlsLines, fallback: hasFallback ? hosts.fallbackTarget : nil)
}

/// The hosts whose TLS connections go on as they are; `nil` if there are none.
private func lowerPassthrough(
    _ table: RoutingTable, with options: ProxyOptions, isBesideTermination: Bool, _ memory: LoweringMemory?
) -> PassthroughBlock? {
    guard !table.passthrough.isEmpty || table.passthroughFallback != nil else { return nil }
    var upstreams = Upstreams(ofConnectionsWith: options)
    let lines = table.passthrough.map { lower($0, &upstreams, memory) }
    let fallback = table.passthroughFallback.map { upstreams.target(for: $0, of: nil) }
    let terminated = table.hosts.filter { $0.certificate != nil }.map(\.name.text)
    return PassthroughBlock(
        options: options, hashSize: hashSize(for: lines.count + terminated.count), upstreams: upstreams.blocks,
        lines: lines, fallback: fallback, terminated: terminated, isBesideTermination: isBesideTermination)
}

/// The line of a host whose TLS connections go on as they are.
private func lower(_ host: PassthroughHost, _ upstreams: inout Upstreams, _ memory: LoweringMemory?) -> TableLine {
    if let known = memory?.passthrough.find(where: { $0.host == host }), upstreams.add(known.upstreams) {
        memory?.passthrough.remember(known)
        return known.line
    }
    let (count, numbered) = (upstreams.blocks.count, upstreams.numberedNames)
    let target = host.upstream.map { upstreams.target(for: $0, of: host.name) }
    let line = TableLine(host: host.name.text, target: target)
    if let memory, let added = upstreams.added(behind: count, numbered) {
        memory.passthrough.remember(LoweredPassthrough(host: host, line: line, upstreams: added))
    }
    return line
}

/// The places that a hash of `names` names may have: the next power of two, 16,384 at least.
///
/// With fewer nginx tries size after size and warns; with these sizes its first attempt fits.
private func hashSize(for names: Int) -> Int { max(16_384, powerOfTwo(atLeast: names)) }

/// The least power of two that is not below `count`.
func powerOfTwo(atLeast count: Int) -> Int {
    var power = 1
    while power < count { power *= 2 }
    return power
}
