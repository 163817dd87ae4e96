import NginxCompiler
import RouteModel

/// Prints the services that run a service cluster, as the Docker Engine API takes them.
struct ProxyCommand: Command {
    static let name = "proxy"

    /// Which of the services.
    private enum Kind: String { case proxy, config }

    private var input = InputRequest(help: helpCall)
    private var kind = Kind.proxy

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        guard option == "--service" else { return try input.take(option, from: &words) }
        let value = try words.value(of: option)
        guard let kind = Kind(rawValue: value) else {
            throw .usage("--service is proxy or config, not \(printable(value.utf8))", see: Self.helpCall)
        }
        self.kind = kind
        return true
    }

    func check() throws(Failure) { try input.check() }

    func run() throws(Failure) {
        let settings = try settings(in: input.config)
        let cluster = try input.onlyCluster(of: settings)
        try checkImage(of: cluster)
        let templates = try Templates(for: [cluster], input)
        let snapshot = try snapshot(in: input.snapshot)
        let routing = route(snapshot, under: settings)
        input.report(settings.diagnostics + snapshot.diagnostics + routing.diagnostics)
        for compiled in try compile([cluster], routing, by: templates) {
            let specs = ServiceSpecs(of: cluster, serving: compiled.table, compiled.files, in: snapshot)
            input.report(compiled.diagnostics + specs.diagnostics(under: settings))
            try StandardStreams.print((kind == .proxy ? specs.proxy : specs.configService).lines)
        }
    }

    /// There is a config service only where the settings name its image.
    private func checkImage(of cluster: Extension) throws(Failure) {
        guard kind == .config, cluster.configImage.utf8.isEmpty else { return }
        throw .data("the settings have no image for the config service of \(cluster.name); write ConfigImage")
    }
}
