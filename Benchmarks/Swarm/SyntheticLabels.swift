/// The labels of a service for the router, as its shape and its place in its stack decide.
struct SyntheticLabels {
    private let network: SyntheticNetwork
    private let host: String
    private var values: [String: String] = [:]

    init(_ shape: Shape, _ place: Int, on network: SyntheticNetwork, cluster: Int, port: Int) {
        self.network = network
        let domain = "\(network.stack).example.com"
        host = "\(Self.names[place % 10])\(place < 10 ? "" : "\(place)").\(domain)"
        guard shape.kind != .mixed || place % 10 != 9 else { return }
        values = ["hosts": host, "port": "\(port)", "network": network.name]
        if shape.clusters > 1 { values["service_cluster"] = "cluster-\(cluster)" }
        switch shape.kind {
        case .mixed: addOptions(place, domain)
        case .vip: values["backend_mode"] = "vip"
        case .task: break
        case .special: addNeed(place)
        case .server: addPath()
        }
    }

    private mutating func addNeed(_ place: Int) {
        switch place % 4 {
        case 0: addPath()
        case 1: addWebSocket()
        case 2: values["sticky_session_cookie"] = "session"
        default: values["client_max_body_size"] = "64m"
        }
    }

    /// What the images of a stack's services are called.
    static let names = ["web", "api", "chat", "shop", "legacy", "secure", "gate", "cache", "edge", "db"]

    /// The labels as members of a JSON object, in the order of their keys, with a comma behind each.
    var members: String {
        values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { #""com.docker.lb.\#($0)":"\#($1)","# }.joined()
    }

    private mutating func addOptions(_ place: Int, _ domain: String) {
        switch place % 10 {
        case 0: values["hosts"] = "\(host),www.\(domain),\(network.stack)-\(place).example.org"
        case 1:
            // The host of the first service, below a path.
            values["hosts"] = "\(Self.names[0])\(place < 10 ? "" : "\(place - 1)").\(domain)"
            addPath()
        case 2: addWebSocket()
        case 3:
            values["hosts"] = "\(host),m-\(host)"
            values["sticky_session_cookie"] = "session"
        case 4:
            values["hosts"] = "\(host),old-\(host)"
            values["redirects"] = "http://old-\(host),http://\(host)"
        case 5:
            values["hosts"] = "\(host),pay.\(host)"
            values["ssl_cert"] = "\(network.stack)_\(place).cert"
            values["ssl_key"] = "\(network.stack)_\(place).key"
        case 6: values["ssl_passthrough"] = "true"
        case 7: values["ip_hash"] = "true"
        default: values["backend_mode"] = "vip"
        }
    }

    private mutating func addPath() {
        values["context_root"] = "/api/v2"
        values["context_root_rewrite"] = "true"
    }

    private mutating func addWebSocket() { values["websocket_endpoints"] = "/ws,/live/events" }
}
