/// A service whose labels ask for routes and have been read; its network is not chosen yet.
///
/// A class around what they ask for, since it goes on to its claim: a copy counts one reference instead of fifteen.
final class Candidate: Sendable {
    let request: RouteRequest

    init(_ request: RouteRequest) { self.request = request }

    var service: Service { request.service }
    var hosts: [Hostname] { request.hosts }
    var isFallback: Bool { request.isFallback }
    var port: Port { request.port }
    var path: PathPrefix { request.path }
    var isStrippingPath: Bool { request.isStrippingPath }
    var endpoints: [PathPrefix] { request.endpoints }
    var mode: BackendMode { request.mode }
    var affinity: Affinity? { request.affinity }
    var redirects: [Hostname: RedirectTarget] { request.redirects }
    var isSecureOnly: Bool { request.isSecureOnly }
    var tls: TLSMode { request.tls }
    var backend: BackendProtocol { request.backend }
    var limits: Limits { request.limits }
    var isPassedThrough: Bool { request.isPassedThrough }
    var wantsTLS: Bool { request.wantsTLS }
}

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
    case terminated(Certificate)
    case passthrough
}
