import Testing

/// The nginx of one service cluster, with a backend for each task that it knows.
///
/// A task may have no loopback address, since a proxy must not be led to itself; so the file is compiled with overlay
/// addresses, and the endpoints of the backends are put in their places.
final class ServedCluster {
    let client: HTTPClient
    private let backends: [Backend]
    private let nginx: RunningNginx

    /// Starts them.
    ///
    /// - Parameter configuration: that listens on port 80 and names every one of `tasks`.
    /// - Parameter headers: of every answer of a backend.
    private init(_ configuration: [UInt8], _ tasks: [SampleTask], answering headers: [HTTPHeader]) throws {
        let proxy = try Endpoint.free(on: "127.0.0.12")
        client = HTTPClient(proxy)
        backends = try tasks.map { try Backend($0.name, on: .free(on: "127.0.1.9"), headers: headers) }
        let adaptation = Self.adaptation(to: proxy, Array(zip(tasks, backends.map(\.endpoint))))
        do {
            nginx = try RunningNginx(configuration, adaptedBy: adaptation, listeningOn: proxy)
        } catch {
            backends.forEach { $0.stop() }
            throw error
        }
    }

    private static func adaptation(to proxy: Endpoint, _ peers: [(task: SampleTask, endpoint: Endpoint)]) -> Adaptation
    {
        let machine = [
            (find: "user nginx;", replacement: "user www-data;"), ("/var/run/proxy.pid", "nginx.pid"),
            ("listen 80", "listen \(proxy)"),
        ]
        return Adaptation(machine + peers.map { (find: $0.task.peer, replacement: "\($0.endpoint)") })
    }

    private func stop() throws {
        backends.forEach { $0.stop() }
        try nginx.stop()
    }

    /// The name of the backend that answers, `nil` if none does.
    func backend(answering path: String = "/", host: String) throws -> String? {
        Echo(try client.get(path, host: host))?.backend
    }

    /// Runs a cluster while `body` lasts.
    static func serving(
        _ configuration: [UInt8], tasks: [SampleTask], answering headers: [HTTPHeader] = [],
        _ body: (ServedCluster) throws -> Void
    ) throws {
        let cluster = try ServedCluster(configuration, tasks, answering: headers)
        defer { #expect(throws: Never.self) { try cluster.stop() } }
        try body(cluster)
    }

    /// Runs a cluster that has these services while `body` lasts.
    static func serving(_ services: SampleService..., body: (ServedCluster) throws -> Void) throws {
        let settings = Array("[Extensions.default]\n".utf8)
        let configuration = try nginxConf(of: "default", from: SampleService.snapshot(of: services), under: settings)
        try serving(configuration, tasks: services.flatMap(\.tasks), body)
    }
}
