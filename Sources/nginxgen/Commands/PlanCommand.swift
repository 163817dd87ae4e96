import NginxCompiler
import RouteModel

/// Tells what a change of the Swarm or of the settings costs: the command `plan`.
struct PlanCommand: Command {
    static let name = "plan"

    private enum Format: String, CaseIterable { case text, json }

    private var config = ""
    /// `nil`: the settings are the same.
    private var oldConfig: String?
    private var oldSnapshot = ""
    private var newSnapshot = ""
    private var cluster: String?
    private var template: String?
    private var limit = ConfigLimit.usual
    private var format = Format.text
    private var color = ColorChoice.auto
    private var tellsByExitCode = false
    /// Whether services whose labels have become invalid keep their routes.
    private var carriesOver = false

    mutating func take(_ option: String, from words: inout OptionWords) throws(Failure) -> Bool {
        switch option {
        case "--config": config = try words.value(of: option)
        case "--from-config": oldConfig = try words.value(of: option)
        case "--from": oldSnapshot = try words.value(of: option)
        case "--to": newSnapshot = try words.value(of: option)
        case "--cluster": cluster = try words.value(of: option)
        case "--template": template = try words.value(of: option)
        case "--config-limit": limit = try ConfigLimit(try words.value(of: option), see: Self.helpCall)
        case "--format": format = try words.choice(of: option)
        case "--color": color = try words.choice(of: option)
        case "--detailed-exitcode": tellsByExitCode = true
        case "--carry-over": carriesOver = true
        default: return false
        }
        return true
    }

    func check() throws(Failure) {
        let inputs = [("--config", config), ("--from", oldSnapshot), ("--to", newSnapshot)]
        for (option, value) in inputs where value.utf8.isEmpty {
            throw .usage("\(option) is missing", see: Self.helpCall)
        }
        guard [config, oldConfig, oldSnapshot, newSnapshot, template].count(where: { $0 == "-" }) < 2 else {
            throw .usage("only one input can come from standard input", see: Self.helpCall)
        }
    }

    func run() throws(Failure) -> ExitCode {
        let settings = try settings(in: config)
        let oldSettings = try oldConfig.map { path throws(Failure) in try nginxgen.settings(in: path) } ?? settings
        try checkCluster(in: settings, or: oldSettings)
        var labels = carriesOver ? LastGoodLabels(under: settings) : nil
        let old = try states(of: oldSnapshot, under: oldSettings, beside: oldConfig ?? config, after: [], &labels)
        let new = try states(of: newSnapshot, under: settings, beside: config, after: old.states.map(\.table), &labels)
        StandardStreams.printError(DiagnosticFormat.text.lines(of: settings.diagnostics + new.diagnostics))
        let plan = RouteModel.plan(from: old.states, to: new.states)
        switch format {
        case .text: try StandardStreams.print(plan.text(color.paint))
        case .json: try StandardStreams.print(plan.json.lines)
        }
        return tellsByExitCode && !plan.isEmpty ? .different : .success
    }

    /// The cluster that was named is in the settings, or only in those before: then it goes.
    private func checkCluster(in settings: Settings, or old: Settings) throws(Failure) {
        guard let cluster else { return }
        let goes = settings.clusters(named: cluster).isEmpty && old.clusters(named: cluster).count == 1
        if !goes { _ = try settings.cluster(named: cluster, see: Self.helpCall) }
    }

    /// Every cluster as a snapshot has it, and what was wrong.
    private func states(
        of path: String, under settings: Settings, beside config: String, after tables: [RoutingTable],
        _ labels: inout LastGoodLabels?
    ) throws(Failure) -> (states: [ClusterState], diagnostics: [Diagnostic]) {
        let clusters = cluster.map { settings.clusters(named: $0) } ?? settings.extensions
        let templates = try Templates(for: clusters, template: template, beside: config)
        var snapshot = try snapshot(in: path)
        labels?.replaceInvalidLabels(in: &snapshot)
        let routing = route(snapshot, under: settings, after: tables)
        var states: [ClusterState] = []
        var diagnostics = snapshot.diagnostics + routing.diagnostics
        for cluster in clusters {
            guard let table = routing.tables.first(where: { $0.cluster == cluster.name }) else { continue }
            let file = try CompiledCluster(cluster, table, by: templates.template(of: cluster))
            let files = split(file.bytes, limit: limit.bytes)
            states.append(ClusterState(cluster, table, files.summary, of: snapshot))
            let specs = ServiceSpecs(of: cluster, serving: table, files, in: snapshot)
            diagnostics += file.diagnostics + specs.planDiagnostics(under: settings)
        }
        return (states, diagnostics)
    }
}
