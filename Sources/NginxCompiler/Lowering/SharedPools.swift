import RouteModel

/// Pools of peers by what they are, so that hosts with the same peers have one upstream: those of one service.
///
/// Each upstream costs nginx a search through all others when it loads one, and past 3,000 of them no table may name any.
/// Of services with several hosts there are as many as services, no longer as hosts.
struct SharedPools: Sendable {
    private struct KnownPool: Sendable {
        /// The first host that has it, which writes the upstream if it is shared, and the first of its paths there.
        let owner: Hostname
        let path: PathPrefix
        /// How many hosts have it.
        var uses = 1
        /// Where in `sharedNames` its upstream's name is; `nil` while one host has it alone, which names it itself.
        var name: Int?
    }

    private var pools: [Upstream: KnownPool] = [:]
    private var naming = UpstreamNames()
    private var sharedNames: [String] = []
    /// The names of upstreams that are shared.
    private(set) var names: Set<String> = []
    /// How many upstreams fewer there are since some are shared.
    private(set) var saved = 0

    /// Notes that `host` has `pool`, at `path` first; once for each host and in their order.
    mutating func add(_ pool: Upstream, of host: Hostname, _ path: PathPrefix) {
        guard let place = pools.index(forKey: pool) else {
            pools[pool] = KnownPool(owner: host, path: path)
            return
        }
        saved += 1
        pools.values[place].uses += 1
        let known = pools.values[place]
        guard known.name == nil else { return }
        let name = naming.newName(for: known.owner, known.path)
        pools.values[place].name = sharedNames.count
        sharedNames.append(name)
        names.insert(name)
    }

    /// What is shared of `pool`; `nil` if one host has it alone.
    func use(of pool: Upstream, by host: Hostname?) -> Use? {
        guard !names.isEmpty, let known = pools[pool], let name = known.name else { return nil }
        return Use(name: sharedNames[name], isOwner: known.owner == host)
    }

    /// How a host has a shared pool.
    struct Use: Equatable, Sendable {
        /// The name of its upstream.
        let name: String
        /// Whether the host writes the upstream.
        let isOwner: Bool
    }
}

// MARK: Changes

extension SharedPools {
    /// Puts other peers in the place of those that hosts had; `false` if the same hosts would not share an upstream
    /// afterwards. Then these are not to be used.
    ///
    /// - Parameter changes: for each host and pool of those that may have changed, once each.
    mutating func replace(_ changes: [(old: Upstream, new: Upstream)]) -> Bool {
        var replacements: [Upstream: (new: Upstream, uses: Int)] = [:]
        for (old, new) in changes {
            let known = replacements[old] ?? (new, 0)
            guard known.new == new else { return false }
            replacements[old] = (new, known.uses + 1)
        }
        // In their order, so that the answer is the same in every run.
        for (old, new) in changes where old != new {
            guard let (_, uses) = replacements.removeValue(forKey: old) else { continue }
            guard let known = pools.removeValue(forKey: old), uses == known.uses,
                pools.updateValue(known, forKey: new) == nil
            else { return false }
        }
        return true
    }
}
