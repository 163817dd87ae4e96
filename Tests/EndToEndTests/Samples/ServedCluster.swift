import NginxCompiler
import Testing

/// The nginx of one service cluster, with a backend for each task that it knows.
///
/// A task may have no loopback address, since a proxy must not be led to itself; so the file is compiled with overlay
/// addresses, and the endpoints of the backends are put in their places.
final class ServedCluster {
    let client: HTTPClient
    /// Asks over TLS, where the configuration listens for it.
    let tlsClient: TLSClient
    /// The endpoint of each peer.
    let endpoints: [String: Endpoint]
    private let backends: [Backend]
    private let nginx: RunningNginx

    /// Starts them.
    ///
    /// - Parameter configuration: that listens on port 80 and names every one of `tasks`.
    /// - Parameter headers: of every answer of a backend.
    /// - Parameter others: who answers instead of a backend, by peer.
    /// - Parameter limit: at how many bytes the configuration is split.
    private init(
        _ configuration: [UInt8], _ tasks: [SampleTask], answering headers: [HTTPHeader], _ others: [String: Endpoint],
        limit: Int
    ) throws {
        client = HTTPClient(try .free(on: "127.0.0.12"))
        tlsClient = TLSClient(try .free(on: "127.0.0.12"))
        backends = try tasks.map { try Backend($0.name, on: .free(on: "127.0.1.9"), headers: headers) }
        let own = zip(tasks, backends).map { ($0.peer, $1.endpoint) }
        endpoints = others.merging(own) { _, own in own }
        let adaptation = try Self.adaptation(
            of: configuration, to: (client.endpoint, tlsClient.endpoint), Array(endpoints))
        do {
            let set = split(configuration, limit: limit)
            nginx = try RunningNginx(
                set.main.bytes, including: set.parts.map { ($0.name, $0.bytes) }, adaptedBy: adaptation,
                listeningOn: client.endpoint)
        } catch {
            backends.forEach { $0.stop() }
            throw error
        }
    }

    /// Sockets are made in the folder of nginx, secrets are the certificates of this run.
    private static func adaptation(
        of configuration: [UInt8], to proxy: (plain: Endpoint, tls: Endpoint), _ peers: [(String, Endpoint)]
    ) throws -> Adaptation {
        var machine = [
            (find: "user nginx;", replacement: "user www-data;"), ("/var/run/proxy.pid", "nginx.pid"),
            ("listen 80", "listen \(proxy.plain)"),
        ]
        let ofTLS = [("listen 443", "listen \(proxy.tls)"), ("unix:/var/run/", "unix:")]
        machine += ofTLS.filter { configuration.containsText($0.0) }
        if configuration.containsText("/run/secrets/") {
            machine.append(("/run/secrets/", try Certificates.shared.get().path + "/"))
        }
        return Adaptation(machine + peers.map { (find: $0.0, replacement: "\($0.1)") })
    }

    private func stop() throws {
        backends.forEach { $0.stop() }
        try nginx.stop()
    }

    /// Whether a line of nginx's log, in which its own messages stand too, is as `isWanted` says.
    func hasLogged(_ isWanted: (String) -> Bool) -> Bool {
        nginx.output.utf8.split(separator: UInt8(ascii: "\n")).contains { isWanted(String($0) ?? "") }
    }

    /// The name of the backend that answers, `nil` if none does.
    func backend(answering path: String = "/", host: String, _ headers: HTTPHeader...) throws -> String? {
        Echo(try client.send("GET", path, [HTTPHeader(name: "Host", value: host)] + headers))?.backend
    }

    /// Loads the file of another state, whose tasks are all among those that run here.
    func reload(_ cluster: SampleCluster) throws {
        let conf = try cluster.conf()
        let peers = endpoints.filter { conf.containsText($0.key) }
        let adaptation = try Self.adaptation(of: conf, to: (client.endpoint, tlsClient.endpoint), Array(peers))
        try nginx.reload(conf, adaptedBy: adaptation)
    }

    /// Runs a cluster while `body` lasts; its configuration is split where it is longer than `limit` bytes.
    static func serving(
        _ configuration: [UInt8], tasks: [SampleTask], answering headers: [HTTPHeader] = [],
        others: [String: Endpoint] = [:], limit: Int = .max, _ body: (ServedCluster) throws -> Void
    ) throws {
        let cluster = try ServedCluster(configuration, tasks, answering: headers, others, limit: limit)
        defer { #expect(throws: Never.self) { try cluster.stop() } }
        try body(cluster)
    }

    /// Runs a cluster that has these services while `body` lasts.
    static func serving(_ services: SampleService..., body: (ServedCluster) throws -> Void) throws {
        try SampleCluster(services).serving(body)
    }
}
