import RouteModel

/// Pools of peers by what they are, so that hosts with the same peers have one upstream: those of one service.
///
/// Each upstream costs nginx a search through all others when it loads one, and past 3,000 of them no table may name any.
/// Of services with several hosts there are as many as services, no longer as hosts.
struct SharedPools: Sendable {
    /// Who has a pool. There are as many as hosts with several peers: with names and paths beside them they took 1.9 MiB of
    /// 32 more at 1,000 networks.
    private enum Holder {
        /// One host, by its number and that of the first of its routes that goes there.
        case alone(UInt32, route: UInt32)
        /// Several, by their place in `shared`.
        case shared(UInt32)
    }

    private struct SharedPool: Sendable {
        /// The name of its upstream.
        let name: String
        /// The first host that has it, which writes the upstream.
        let owner: Hostname
        /// How many hosts have it.
        var uses: Int
    }

    private var pools: [Upstream: Holder] = [:]
    private var naming = UpstreamNames()
    private var shared: [SharedPool] = []
    /// The names of upstreams that are shared.
    private(set) var names: Set<String> = []
    /// How many upstreams fewer there are since some are shared.
    private(set) var saved = 0

    /// Makes room for the pools of so many hosts, most of which have one.
    mutating func reserve(_ count: Int) { pools.reserveCapacity(count) }

    /// Notes that the host of this number has `pool`, for the route of this number first; once for each host and in their
    /// order.
    ///
    /// - Parameter origin: tells the host and the path of such numbers.
    mutating func add(
        _ pool: Upstream, of host: Int, _ route: Int, origin: (_ host: Int, _ route: Int) -> (Hostname, PathPrefix)
    ) {
        guard let place = pools.index(forKey: pool) else {
            pools[pool] = .alone(UInt32(host), route: UInt32(route))
            return
        }
        saved += 1
        switch pools.values[place] {
        case .shared(let index): shared[Int(index)].uses += 1
        case .alone(let host, let route):
            let (owner, path) = origin(Int(host), Int(route))
            let name = naming.newName(for: owner, path)
            pools.values[place] = .shared(UInt32(shared.count))
            shared.append(SharedPool(name: name, owner: owner, uses: 2))
            names.insert(name)
        }
    }

    /// What is shared of `pool`; `nil` if one host has it alone.
    func use(of pool: Upstream, by host: Hostname?) -> Use? {
        guard !names.isEmpty, case .shared(let index)? = pools[pool] else { return nil }
        let known = shared[Int(index)]
        return Use(name: known.name, isOwner: known.owner == host)
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
            guard let holder = pools.removeValue(forKey: old), uses == self.uses(by: holder),
                pools.updateValue(holder, forKey: new) == nil
            else { return false }
        }
        return true
    }

    private func uses(by holder: Holder) -> Int {
        switch holder {
        case .alone: 1
        case .shared(let index): shared[Int(index)].uses
        }
    }
}
