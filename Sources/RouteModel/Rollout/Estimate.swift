/// How long a plan takes, by the figure that Interlock's documentation gives: 1 to 2 seconds for every overlay network
/// that a proxy joins when it starts. A running proxy that loads a file joins none.
public struct Estimate: Hashable, Sendable {
    /// How many networks each proxy joins anew.
    public let networks: Int
    /// How many proxies start, one after another.
    public let proxies: Int

    /// In seconds, for each proxy.
    public var secondsEach: ClosedRange<Int> { networks...2 * networks }

    init(of plan: ClusterPlan) {
        let starts = plan.startingProxies
        proxies = starts
        networks = starts > 0 ? plan.new?.table.networks.count ?? 0 : 0
    }
}

/// What would make a plan cheaper.
public enum Advice: Hashable, Sendable {
    /// Two service clusters, of which the larger one has so many networks, at best: if no host needs both.
    case split(largest: Int)
    /// `backend_mode` `vip` or `dns` for the services of these hosts: only the addresses of their tasks have changed.
    case otherMode(hosts: [String])
    /// `HitlessServiceUpdate`: only the file has changed.
    case hitless
}

extension ClusterPlan {
    /// How long it takes.
    public var estimate: Estimate { Estimate(of: self) }

    /// What would save time, and how much: the estimate for each proxy would be that much lower.
    public var advice: [(advice: Advice, savedSecondsEach: ClosedRange<Int>)] {
        let networks = estimate.networks
        guard verdict == .update, networks > 0, let new else { return [] }
        var advice: [(Advice, ClosedRange<Int>)] = []
        // With another service on a network the peers that come may be its tasks.
        let areOfTasks = causes.allSatisfy(\.isOfTasksAlone) && old?.table.networks == new.table.networks
        if areOfTasks { advice.append((.otherMode(hosts: causes.map(\.subject)), estimate.secondsEach)) }
        if causes.allSatisfy({ $0.kind == .route || $0.kind == .option }), !new.settings.hitlessServiceUpdate {
            advice.append((.hitless, estimate.secondsEach))
        }
        let needed = new.table.networks.count { !$0.services.isEmpty }
        let saved = needed / 2
        if saved > 0 { advice.append((.split(largest: needed - saved), saved...2 * saved)) }
        return advice
    }

    /// How many proxies start: all where Swarm replaces them, else those that are added.
    fileprivate var startingProxies: Int {
        guard verdict == .update, let new else { return 0 }
        let replicas = new.settings.proxyReplicas
        let isReplaced = causes.contains(where: \.replacesProxies) || old == nil || deploysAnotherFile
        return isReplaced ? replicas : max(0, replicas - (old?.settings.proxyReplicas ?? 0))
    }

    /// Whether the file is a config object of the service, and another one now.
    private var deploysAnotherFile: Bool {
        old?.file != new?.file && new?.settings.hitlessServiceUpdate == false
    }
}
