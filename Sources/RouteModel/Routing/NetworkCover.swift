/// A smallest set of networks that reaches every service which leaves the choice open.
///
/// Services and networks that have nothing to do with each other are solved apart. Where a group has up to
/// `mostSearched` networks, no smaller set exists; beyond, the network that reaches most of the rest is taken again and
/// again, which gives at most ln n + 1 times as many for n services (set cover; nobody computes the least for many).
/// Of sets of one size the one with fewest networks that proxies have to join first is taken, then the first by the
/// networks' numbers.
struct NetworkCover {
    /// A group with more networks than this is not searched: at most 2^16 sets are looked at.
    static let mostSearched = 16

    /// The networks of each service by number, ascending; at least one each.
    private let services: [[Int]]
    /// Whether the proxies are attached already, by number.
    private let isAttached: [Bool]

    init(of services: [[Int]], isAttached: [Bool]) {
        self.services = services
        self.isAttached = isAttached
    }

    /// The numbers of the networks to take.
    func smallest() -> Set<Int> {
        groups().reduce(into: []) { chosen, group in
            let networks = Set(group.joined()).sorted()
            chosen.formUnion(networks.count <= Self.mostSearched ? search(group, networks) : greedy(group))
        }
    }

    /// The distinct lists of networks, those together that have one in common directly or over others.
    private func groups() -> [[[Int]]] {
        var groups = DisjointSets(count: isAttached.count)
        for networks in services { for network in networks.dropFirst() { groups.unite(networks[0], network) } }
        var lists: [Int: Set<[Int]>] = [:]
        for networks in services { lists[groups.root(of: networks[0]), default: []].insert(networks) }
        return lists.values.map { $0.sorted { $0.lexicographicallyPrecedes($1) } }
    }

    // MARK: Exactly

    /// What makes one set better than another.
    private struct Cost: Comparable {
        var count = 0
        /// How many of them have to be joined first.
        var joined = 0
        var networks: [Int] = []

        static func < (a: Self, b: Self) -> Bool {
            (a.count, a.joined) == (b.count, b.joined)
                ? a.networks.lexicographicallyPrecedes(b.networks) : (a.count, a.joined) < (b.count, b.joined)
        }
    }

    /// Looks at every set of `networks`, which are few, as the bits of a number.
    private func search(_ group: [[Int]], _ networks: [Int]) -> [Int] {
        let places = Dictionary(uniqueKeysWithValues: networks.enumerated().map { ($1, $0) })
        let needs = group.map { $0.reduce(UInt32(0)) { $0 | 1 << UInt32(places[$1] ?? 0) } }
        var best: Cost?
        for set in 1..<UInt32(1) << UInt32(networks.count) {
            let count = set.nonzeroBitCount
            guard count <= best?.count ?? .max, needs.allSatisfy({ $0 & set != 0 }) else { continue }
            let chosen = networks.enumerated().filter { set & 1 << UInt32($0.offset) != 0 }.map(\.element)
            let cost = Cost(count: count, joined: chosen.count { !isAttached[$0] }, networks: chosen)
            if best.map({ cost < $0 }) ?? true { best = cost }
        }
        return best?.networks ?? []
    }

    // MARK: Nearly

    private func greedy(_ group: [[Int]]) -> [Int] {
        var (rest, chosen) = (group, [Int]())
        while !rest.isEmpty {
            var uses: [Int: Int] = [:]
            for networks in rest { for network in networks { uses[network, default: 0] += 1 } }
            let most = uses.max { rank($0.key, uses: $0.value) < rank($1.key, uses: $1.value) }
            guard let most else { return chosen }
            chosen.append(most.key)
            rest.removeAll { $0.contains(most.key) }
        }
        return chosen
    }

    private func rank(_ network: Int, uses: Int) -> (Int, Int, Int) { (uses, isAttached[network] ? 1 : 0, -network) }
}

/// Numbers in sets of which no two share one (union-find, with path halving).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of number: Int) -> Int {
        var number = number
        while parents[number] != number {
            parents[number] = parents[parents[number]]
            number = parents[number]
        }
        return number
    }

    mutating func unite(_ a: Int, _ b: Int) { parents[root(of: a)] = root(of: b) }
}
