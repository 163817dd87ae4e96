/// The claims on each host: hosts by name in byte order, each with its claims in the order in which they count.
///
/// Sorted once, so that nothing is hashed and each host's claims are a slice.
struct ClaimsByHost: Sequence, IteratorProtocol, Sendable {
    private let order: HostOrder
    /// By service; `nil` for those that are not reached.
    private(set) var claims: [Claim?]
    /// The pairs that are left.
    private var rest: Range<Int>

    /// `order` is that of the hosts that the same services ask for.
    init(_ claims: [Claim?], in order: HostOrder) {
        self.claims = claims
        self.order = order
        rest = order.pairs.indices
    }

    init(_ claims: [Claim]) { self.init(claims, in: HostOrder(of: claims.map(\.candidate))) }

    /// The same for `newer` claims, without sorting; `nil` if they are on other hosts.
    func replaced(by newer: [Claim]) -> ClaimsByHost? {
        let isOnSameHosts = newer.elementsEqual(claims) { new, old in
            new.candidate === old?.candidate || new.candidate.hosts == old?.candidate.hosts
        }
        return isOnSameHosts ? ClaimsByHost(newer, in: order) : nil
    }

    /// The first half of what is left, and the second.
    func halves() -> (ClaimsByHost, ClaimsByHost) {
        var middle = rest.lowerBound + rest.count / 2
        while middle > rest.lowerBound, middle < rest.upperBound,
            order.pairs[middle].host == order.pairs[middle - 1].host
        {
            middle += 1
        }
        var (front, back) = (self, self)
        front.rest = rest.lowerBound..<middle
        back.rest = middle..<rest.upperBound
        return (front, back)
    }

    /// Puts `newer`, which is on the same hosts, in the place of a claim.
    mutating func replaceClaim(at place: Int, by newer: Claim) { claims[place] = newer }

    mutating func next() -> (name: Hostname, claims: [Claim])? {
        while let first = rest.first {
            let name = order.pairs[first].host
            var found: [Claim] = []
            while let place = rest.first, order.pairs[place].host == name {
                if let claim = claims[order.pairs[place].service] { found.append(claim) }
                rest.removeFirst()
            }
            if !found.isEmpty { return (name, found) }
        }
        return nil
    }
}
