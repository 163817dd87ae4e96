/// What the labels of a service ask for.
struct RouteRequest {
    let service: Service
    /// Each once, in the order of the label; empty for a service that only answers hosts that nobody has.
    let hosts: [Hostname]
    /// Whether it answers hosts that nobody has.
    let isFallback: Bool
    let port: Port
    var path = PathPrefix.root
    /// Whether the service sees paths without `path`.
    var isStrippingPath = false
    /// Paths at which clients may upgrade to a WebSocket, each once.
    var endpoints: [PathPrefix] = []
    var mode = BackendMode.task
    var affinity: Affinity?
    /// Where the requests of plain HTTP of some of its hosts are sent.
    var redirects: [Hostname: RedirectTarget] = [:]
    /// Whether plain HTTP is sent to TLS.
    var isSecureOnly = false
    var tls = TLSMode.none
    var backend = BackendProtocol.http
    var limits = Limits()
    /// When its peers count as failed.
    var tolerance: FailureTolerance?

    init(service: Service, hosts: [Hostname], isFallback: Bool, port: Port) {
        self.service = service
        self.hosts = hosts
        self.isFallback = isFallback
        self.port = port
    }

    /// Whether its TLS connections go on as they are.
    var isPassedThrough: Bool { if case .passthrough = tls { true } else { false } }
    /// Whether it says anything about TLS connections.
    var wantsTLS: Bool { if case .none = tls { false } else { true } }
}

/// Which addresses of a service the proxy uses.
enum BackendMode: String, CaseIterable {
    /// Those of its running tasks.
    case task
    /// Its virtual IP, behind which Swarm spreads connections.
    case vip
    /// Whatever Docker's resolver answers for its tasks when a request comes.
    case dns
}

/// What happens to TLS connections for a service's hosts.
enum TLSMode: Hashable {
    case none
    /// Indirect: few services have one, and each would hold room for it.
    indirect case terminated(Certificate)
    case passthrough
}
