import Testing

/// A service cluster: services, and what the operator says of their proxy.
struct SampleCluster: Sendable {
    var services: [SampleService]
    /// Lines of its extension in config.toml.
    var settings: [String] = []
    /// Lines of the extension's `Config`.
    var config: [String] = []
    /// What every answer of a backend carries.
    var answering: [HTTPHeader] = []
    /// Who answers instead of a backend, by the peer that nginx.conf names: `10.0.9.3:8000`.
    var others: [String: Endpoint] = [:]
    /// At how many bytes its nginx.conf is split.
    var limit = Int.max

    init(_ services: SampleService...) { self.services = services }

    init(_ services: [SampleService]) { self.services = services }

    /// The same cluster with other settings.
    func under(_ settings: String..., config: [String] = []) -> SampleCluster {
        var cluster = self
        cluster.settings += settings
        cluster.config += config
        return cluster
    }

    /// The same cluster with these headers in every answer of a backend.
    func answering(_ headers: HTTPHeader...) -> SampleCluster {
        var cluster = self
        cluster.answering += headers
        return cluster
    }

    /// The same cluster with `endpoint` in the place of the backend at `peer`.
    func replacing(_ peer: String, by endpoint: Endpoint) -> SampleCluster {
        var cluster = self
        cluster.others[peer] = endpoint
        return cluster
    }

    /// The same cluster with its nginx.conf split into files of at most so many bytes.
    func split(at limit: Int) -> SampleCluster {
        var cluster = self
        cluster.limit = limit
        return cluster
    }

    /// Its nginx.conf.
    func conf() throws -> [UInt8] {
        let lines = ["[Extensions.default]"] + settings + ["[Extensions.default.Config]"] + config
        let toml = Array(lines.joined(separator: "\n").utf8)
        return try nginxConf(of: "default", from: SampleService.snapshot(of: services), under: toml)
    }

    /// Its nginx.conf as text.
    func text() throws -> String { String(decoding: try conf(), as: UTF8.self) }

    /// Runs it, with a backend for each task that its file names and nobody replaces, while `body` lasts.
    func serving(_ body: (ServedCluster) throws -> Void) throws {
        let conf = try conf()
        let others = others.filter { conf.containsText($0.key) }
        let tasks = services.flatMap(\.tasks).filter { others[$0.peer] == nil && conf.containsText($0.peer) }
        try ServedCluster.serving(conf, tasks: tasks, answering: answering, others: others, limit: limit, body)
    }
}
