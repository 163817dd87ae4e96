/// What came of one host. A class, since a memory passes it from list to list.
final class RoutedHost: Sendable {
    let name: Hostname
    /// The claims that it came of.
    let claims: [Claim]
    /// The host, unless nobody takes its HTTP.
    let host: VirtualHost?
    /// The host whose TLS connections go on as they are, if they do.
    let passthrough: PassthroughHost?
    let diagnostics: [Diagnostic]

    init(
        name: Hostname, claims: [Claim], host: VirtualHost?, passthrough: PassthroughHost?, diagnostics: [Diagnostic]
    ) {
        self.name = name
        self.claims = claims
        self.host = host
        self.passthrough = passthrough
        self.diagnostics = diagnostics
    }

    /// Adds the host behind those of the table.
    func add(to table: inout RoutingTable) {
        if let host { table.hosts.append(host) }
        if let passthrough { table.passthrough.append(passthrough) }
    }
}
