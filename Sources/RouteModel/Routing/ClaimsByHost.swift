/// The claims on each host: hosts by name in byte order, each with its claims in the order in which they count.
///
/// Sorted once, so that nothing is hashed and each host's claims are a slice.
struct ClaimsByHost: Sequence, IteratorProtocol {
    /// That a host is claimed.
    private struct Pair: Comparable {
        /// Those of the host's name.
        let leading: LeadingBytes
        let host: Hostname
        /// Where the claim is in `claims`.
        let order: Int

        static func < (a: Self, b: Self) -> Bool {
            a.leading == b.leading ? (a.host, a.order) < (b.host, b.order) : a.leading < b.leading
        }
    }

    private let pairs: [Pair]
    /// The pair that comes next.
    private var place = 0
    /// In the order in which they count.
    private(set) var claims: [Claim]

    init(_ claims: [Claim]) {
        var pairs: [Pair] = []
        for (order, claim) in claims.enumerated() {
            for host in claim.candidate.hosts {
                pairs.append(Pair(leading: LeadingBytes(host.text.utf8), host: host, order: order))
            }
        }
        pairs.sort()
        self.init(claims, pairs)
    }

    private init(_ claims: [Claim], _ pairs: [Pair]) {
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

    /// Puts `newer`, which is on the same hosts, in the place of a claim.
    mutating func replaceClaim(at place: Int, by newer: Claim) { claims[place] = newer }

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
