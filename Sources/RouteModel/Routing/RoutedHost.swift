/// What came of one host.
struct RoutedHost: Sendable {
    /// The host, unless nobody takes its HTTP.
    let host: VirtualHost?
    /// The host whose TLS connections go on as they are, if they do.
    let passthrough: PassthroughHost?
    let diagnostics: [Diagnostic]
}

/// What came of hosts, in their order.
struct RoutedHosts: Sendable {
    private(set) var hosts: [VirtualHost] = []
    private(set) var passthrough: [PassthroughHost] = []
    private(set) var diagnostics: [Diagnostic] = []

    mutating func append(_ routed: RoutedHost) {
        if let host = routed.host { hosts.append(host) }
        if let host = routed.passthrough { passthrough.append(host) }
        diagnostics += routed.diagnostics
    }

    static func += (all: inout Self, others: Self) {
        all.hosts += others.hosts
        all.passthrough += others.passthrough
        all.diagnostics += others.diagnostics
    }
}
