/// The claims on each host: hosts by name in byte order, each with its claims in the order in which they count.
///
/// Sorted once, so that nothing is hashed and each host's claims are a slice.
struct ClaimsByHost: Sequence, IteratorProtocol {
    private let order: HostOrder
    /// By service; `nil` for those that are not reached.
    private let claims: [Claim?]
    /// The pair that comes next.
    private var place = 0

    /// `order` is that of the hosts that the same services ask for.
    init(_ claims: [Claim?], in order: HostOrder) {
        self.claims = claims
        self.order = order
    }

    init(_ claims: [Claim]) { self.init(claims, in: HostOrder(of: claims.map(\.candidate))) }

    /// The same for `newer` claims, without sorting; `nil` if they are on other hosts.
    func replaced(by newer: [Claim]) -> ClaimsByHost? {
        let isOnSameHosts = newer.elementsEqual(claims) { new, old in
            new.candidate === old?.candidate || new.candidate.hosts == old?.candidate.hosts
        }
        return isOnSameHosts ? ClaimsByHost(newer, in: order) : nil
    }

    mutating func next() -> (name: Hostname, claims: [Claim])? {
        while place < order.pairs.count {
            let name = order.pairs[place].host
            var found: [Claim] = []
            while place < order.pairs.count, order.pairs[place].host == name {
                if let claim = claims[order.pairs[place].service] { found.append(claim) }
                place += 1
            }
            if !found.isEmpty { return (name, found) }
        }
        return nil
    }
}
