/// The claims on each host: hosts by name in byte order, each with its claims in the order in which they count.
///
/// Sorted once, so that nothing is hashed and each host's claims are a slice.
struct ClaimsByHost: Sequence, IteratorProtocol {
    private var rest: ArraySlice<(host: Hostname, order: Int)>
    private let claims: [Claim]

    init(_ claims: [Claim]) {
        var pairs: [(host: Hostname, order: Int)] = []
        for (order, claim) in claims.enumerated() {
            for host in claim.candidate.hosts { pairs.append((host, order)) }
        }
        pairs.sort { ($0.host, $0.order) < ($1.host, $1.order) }
        rest = pairs[...]
        self.claims = claims
    }

    mutating func next() -> (name: Hostname, claims: [Claim])? {
        guard let name = rest.first?.host else { return nil }
        var found: [Claim] = []
        while let pair = rest.first, pair.host == name {
            found.append(claims[pair.order])
            rest.removeFirst()
        }
        return (name, found)
    }
}
