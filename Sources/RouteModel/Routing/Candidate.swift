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
