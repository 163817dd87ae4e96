/// The claims on each host: hosts by name in byte order, each with its claims in the order in which they count.
///
/// Sorted once, so that nothing is hashed and each host's claims are a slice.
struct ClaimsByHost: Sequence, IteratorProtocol {
    /// Where in `claims` those of each host are.
    private let pairs: [(host: Hostname, order: Int)]
    /// The pair that comes next.
    private var place = 0
    private let claims: [Claim]

    init(_ claims: [Claim]) {
        var pairs: [(host: Hostname, order: Int)] = []
        for (order, claim) in claims.enumerated() {
            for host in claim.candidate.hosts { pairs.append((host, order)) }
        }
        pairs.sort { ($0.host, $0.order) < ($1.host, $1.order) }
        self.init(claims, pairs)
    }

    private init(_ claims: [Claim], _ pairs: [(host: Hostname, order: Int)]) {
        self.claims = claims
        self.pairs = pairs
    }

    /// The same for `newer` claims, without sorting; `nil` if they are on other hosts.
    func replaced(by newer: [Claim]) -> ClaimsByHost? {
        let isOnSameHosts = newer.elementsEqual(claims) { new, old in
            new.candidate === old.candidate || new.candidate.hosts == old.candidate.hosts
        }
        return isOnSameHosts ? ClaimsByHost(newer, pairs) : nil
    }

    mutating func next() -> (name: Hostname, claims: [Claim])? {
        guard place < pairs.count else { return nil }
        let name = pairs[place].host
        var found: [Claim] = []
        while place < pairs.count, pairs[place].host == name {
            found.append(claims[pairs[place].order])
            place += 1
        }
        return (name, found)
    }
}
