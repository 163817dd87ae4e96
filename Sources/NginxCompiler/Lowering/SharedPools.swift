import RouteModel

/// Pools of peers by what they are, so that hosts with the same peers have one upstream: those of one service.
///
/// Each upstream costs nginx a search through all others when it loads one, and past 3,000 of them no table may name any.
/// Of services with several hosts there are as many as services, no longer as hosts.
struct SharedPools: Sendable {
    private struct KnownPool: Sendable {
        var pool: Upstream
        /// The first host that has it, which writes the upstream if it is shared, and the first of its paths there.
        let owner: Hostname
        let path: PathPrefix
        /// How many hosts have it.
        var uses = 1
        /// Where in `sharedNames` its upstream's name is; `nil` while one host has it alone, which names it itself.
        var name: Int?
        /// Where another pool of the same key is.
        var next: Int?
    }

    private var pools: [KnownPool] = []
    /// Where in `pools` they are, by a key of their first and last peers. Of one key the one that came last is first.
    private var places: [UInt64: Int] = [:]
    private var naming = UpstreamNames()
    private var sharedNames: [String] = []
    /// The names of upstreams that are shared.
    private(set) var names: Set<String> = []
    /// How many upstreams fewer there are since some are shared.
    private(set) var saved = 0

    /// Notes that `host` has `pool`, at `path` first; once for each host and in their order.
    mutating func add(_ pool: Upstream, of host: Hostname, _ path: PathPrefix) {
        guard let place = place(of: pool) else {
            pools.append(KnownPool(pool: pool, owner: host, path: path))
            return note(pools.count - 1)
        }
        saved += 1
        pools[place].uses += 1
        guard pools[place].name == nil else { return }
        let name = naming.newName(for: pools[place].owner, pools[place].path)
        pools[place].name = sharedNames.count
        sharedNames.append(name)
        names.insert(name)
    }

    /// What is shared of `pool`; `nil` if one host has it alone.
    func use(of pool: Upstream, by host: Hostname?) -> Use? {
        guard !names.isEmpty, let place = place(of: pool), let name = pools[place].name else { return nil }
        return Use(name: sharedNames[name], isOwner: pools[place].owner == host)
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
            guard let place = place(of: old), uses == pools[place].uses, self.place(of: new) == nil else {
                return false
            }
            forget(place)
            pools[place].pool = new
            note(place)
        }
        return true
    }
}

// MARK: Finding

extension SharedPools {
    private static func key(of pool: Upstream) -> UInt64 {
        guard let first = pool.peers.first, let last = pool.peers.last else { return 0 }
        return key(of: first) &* 0x9E37_79B9_7F4A_7C15 ^ key(of: last) ^ UInt64(pool.peers.count)
    }

    private static func key(of peer: Peer) -> UInt64 {
        let port = UInt64(peer.port.number)
        return switch peer.address {
        case .v4(let bits): UInt64(bits) << 16 | port
        case .v6(let high, let low): (high &* 0x9E37_79B9_7F4A_7C15 ^ low) << 16 | port
        }
    }

    private func place(of pool: Upstream) -> Int? {
        var place = places[Self.key(of: pool)]
        while let candidate = place, pools[candidate].pool != pool { place = pools[candidate].next }
        return place
    }

    /// Lets the pool at `place` be found.
    private mutating func note(_ place: Int) {
        let key = Self.key(of: pools[place].pool)
        pools[place].next = places[key]
        places[key] = place
    }

    /// Lets the pool at `place` not be found any more.
    private mutating func forget(_ place: Int) {
        let key = Self.key(of: pools[place].pool)
        guard places[key] != place else { return places[key] = pools[place].next }
        var before = places[key]
        while let candidate = before, pools[candidate].next != place { before = pools[candidate].next }
        if let before { pools[before].next = pools[place].next }
    }
}
