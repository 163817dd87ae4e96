/// The hosts that services ask for, by name in byte order, with who asks for them.
struct HostOrder: Sendable {
    /// That a service asks for a host.
    struct Pair: Comparable, Sendable {
        /// Those of the host's name.
        let leading: LeadingBytes
        let host: Hostname
        /// Its place in the order in which services count.
        let service: Int

        static func < (a: Self, b: Self) -> Bool {
            a.leading == b.leading ? (a.host, a.service) < (b.host, b.service) : a.leading < b.leading
        }
    }

    let pairs: [Pair]

    /// By what each service asks for, `nil` where that is nothing, in the order in which services count.
    init(of candidates: [Candidate?]) { pairs = Self.pairs(of: candidates, from: 0) }

    /// By the pairs of some services each, which `pairs(of:from:)` gave.
    init(merging parts: [[Pair]]) { pairs = Array(parts.joined()).sorted() }

    /// The sorted pairs of some services, of which the first is that at `start`.
    static func pairs(of candidates: some Sequence<Candidate?>, from start: Int) -> [Pair] {
        var pairs: [Pair] = []
        for (offset, candidate) in candidates.enumerated() {
            for host in candidate?.hosts ?? [] {
                pairs.append(Pair(leading: LeadingBytes(host.text.utf8), host: host, service: start + offset))
            }
        }
        return pairs.sorted()
    }
}
