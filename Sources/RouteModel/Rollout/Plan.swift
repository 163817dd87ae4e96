/// What has to be done to get from one state of a Swarm to another.
public struct Plan: Sendable {
    /// One for every service cluster that either state has, by name.
    public let clusters: [ClusterPlan]

    /// Whether nothing has to be done.
    public var isEmpty: Bool { clusters.allSatisfy { $0.verdict == .unchanged } }
}

/// Compares two states, cluster by cluster. One that comes with the proxy service of one that goes is the same under
/// another name. Never fails.
public func plan(from old: [ClusterState], to new: [ClusterState]) -> Plan {
    func byName(_ states: [ClusterState]) -> [ClusterState] {
        states.sorted { ByteString($0.settings.name.utf8) < ByteString($1.settings.name.utf8) }
    }
    var pairs = pairs(byName(old), byName(new)) { ByteString($0.settings.name.utf8) }
    for index in pairs.indices where pairs[index].old == nil {
        guard
            let other = pairs.firstIndex(where: {
                $0.new == nil && $0.old?.isRunBySameService(as: pairs[index].new) == true
            })
        else { continue }
        pairs[index].old = pairs[other].old
        pairs[other].old = nil
    }
    return Plan(clusters: pairs.compactMap { ClusterPlan(from: $0.old, to: $0.new) })
}

extension ClusterState {
    /// Whether it is `other` before the extension got another name.
    fileprivate func isRunBySameService(as other: ClusterState?) -> Bool {
        let name = settings.proxyService.name.utf8
        return !name.isEmpty && other?.settings.proxyService.name.utf8.elementsEqual(name) == true
    }
}

/// What has to be done for the proxies of one service cluster.
public struct ClusterPlan: Sendable {
    /// How much has to be done.
    public enum Verdict: String, Sendable {
        /// Nothing: the proxies go on with the file that they have.
        case unchanged
        /// Running proxies load the new file.
        case reload
        /// The proxy service is created, updated or removed.
        case update
    }

    /// The name of the cluster's extension.
    public let cluster: String
    /// How much has to be done.
    public let verdict: Verdict
    /// Why: everything that differs. What changes no byte of the file and nothing of the service is none.
    public let causes: [Cause]
    /// The state before; `nil` for a cluster that comes.
    public let old: ClusterState?
    /// The state after; `nil` for a cluster that goes.
    public let new: ClusterState?

    /// `nil` if there is neither state.
    init?(from old: ClusterState?, to new: ClusterState?) {
        guard let name = (new ?? old)?.settings.name else { return nil }
        cluster = name
        self.old = old
        self.new = new
        guard let old, let new else {
            verdict = .update
            causes = Self.causes(ofExistenceFrom: old, to: new)
            return
        }
        let service = ServiceChanges(from: old, to: new).causes
        let changesFile = old.file != new.file
        let known = service + (changesFile ? Self.causes(ofFileFrom: old, to: new) : [])
        // Nothing but the template is left to have changed the file then.
        let isUnexplained = changesFile && known.isEmpty
        causes = isUnexplained ? [Cause(.option, .changed, "Template", "it writes nginx.conf otherwise")] : known
        let updatesService = !service.isEmpty || changesFile && !new.settings.hitlessServiceUpdate
        verdict = updatesService ? .update : changesFile ? .reload : .unchanged
    }

    /// The networks that the proxies have to join.
    public var joined: [NetworkUse] { (new?.table.networks ?? []).missing(in: old?.table.networks ?? []) }

    /// The networks that they leave.
    public var left: [NetworkUse] { (old?.table.networks ?? []).missing(in: new?.table.networks ?? []) }

    /// The networks that they are attached to for nobody, by name: the settings list them, or the running service has
    /// them still.
    public var unneeded: [ByteString] {
        guard let new else { return [] }
        let needed = Set(new.table.networks.lazy.filter { !$0.services.isEmpty }.map(\.id))
        let idle = new.table.networks.filter { $0.services.isEmpty && $0.isKnown }.map { ($0.id, $0.name) }
        let attached = new.attached.filter { !needed.contains($0.key) }.map { ($0.key, $0.value) }
        return Dictionary(idle + attached) { first, _ in first }.values.sorted()
    }

    private static func causes(ofExistenceFrom old: ClusterState?, to new: ClusterState?) -> [Cause] {
        let name = (new ?? old)?.settings.proxyService.name ?? ""
        let service = name.utf8.isEmpty ? "" : "the service \(printable(name.utf8))"
        let cluster = (new ?? old)?.settings.name ?? ""
        let existence = Cause(
            .cluster, new == nil ? .removed : .added, cluster, service, replacesProxies: new != nil)
        let none = RoutingTable(cluster: cluster)
        return [existence] + RouteChanges(from: old?.table ?? none, to: new?.table ?? none, sharing: []).causes
    }

    private static func causes(ofFileFrom old: ClusterState, to new: ClusterState) -> [Cause] {
        let shared = old.sharedAddresses + new.sharedAddresses
        return RouteChanges(from: old.table, to: new.table, sharing: shared).causes
            + optionCauses(from: old.settings, to: new.settings)
    }

    private static func optionCauses(from old: Extension, to new: Extension) -> [Cause] {
        let (before, after) = (old.writtenOptions, new.writtenOptions)
        return templateCauses(from: old.template, to: new.template)
            + pairs(before, after, by: { ByteString($0.key.utf8) }).compactMap { old, new in
                guard old.map({ ByteString($0.value.utf8) }) != new.map({ ByteString($0.value.utf8) }),
                    let key = (new ?? old)?.key
                else { return nil }
                let (was, becomes) = (old?.value ?? "not set", new?.value ?? "not set")
                return Cause(.option, .changed, key, "\(was) -> \(becomes)")
            }
    }

    private static func templateCauses(from old: String, to new: String) -> [Cause] {
        guard !old.utf8.elementsEqual(new.utf8) else { return [] }
        let names = [old, new].map { $0.utf8.isEmpty ? "the built-in one" : printable($0.utf8) }
        return [Cause(.option, .changed, "Template", names.joined(separator: " -> "))]
    }
}
