import NginxCompiler
import RouteModel

/// Prints the services that run a service cluster, as the Docker Engine API takes them.
struct ProxyCommand: Command {
    static let name = "proxy"

    /// Which of the services.
    private enum Kind: String, CaseIterable { case proxy, config }

    private var input = InputRequest(help: helpCall)
    private var kind = Kind.proxy

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--service": kind = try words.choice(of: option)
        default: return try input.take(option, from: &words)
        }
        return true
    }

    func check() throws(Failure) { try input.check() }

    func run() throws(Failure) -> ExitCode {
        let settings = try settings(in: input.config)
        let cluster = try input.onlyCluster(of: settings)
        try checkImage(of: cluster)
        let templates = try Templates(for: [cluster], template: input.template, beside: input.config)
        let (snapshot, routing) = try input.route(under: settings)
        input.report(settings.diagnostics + snapshot.diagnostics + routing.diagnostics)
        guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else {
            throw .software("the service cluster \(cluster.name) is not routed")
        }
        let file = try CompiledCluster(cluster, table, by: templates.template(of: cluster))
        let specs = ServiceSpecs(of: cluster, serving: table, split(file.bytes, limit: input.limit.bytes), in: snapshot)
        input.report(file.diagnostics + specs.diagnostics(under: settings))
        try StandardStreams.print((kind == .proxy ? specs.proxy : specs.configService).lines)
        return .success
    }

    /// There is a config service only where the settings name its image.
    private func checkImage(of cluster: Extension) throws(Failure) {
        guard kind == .config, cluster.configImage.utf8.isEmpty else { return }
        throw .data("the settings have no image for the config service of \(cluster.name); write ConfigImage")
    }
}
