/// Over what Swarm spreads tasks evenly: the values of a label of the nodes.
struct PlacementPreference: Hashable, Sendable {
    /// The label, as `node.labels.datacenter`.
    let descriptor: String

    /// Reads `spread=node.labels.datacenter`, as on Docker's command line, or the label alone. `nil` for another
    /// strategy, and for what is no label: Swarm would pass over it in silence.
    init?(_ text: String) {
        let strategy = "spread=".utf8
        var bytes = Array(trimmed(Array(text.utf8)))
        if bytes.starts(with: strategy, by: { asciiLowercased($0) == $1 }) {
            bytes = Array(trimmed(bytes[strategy.count...]))
        }
        guard LabelPath.allCases.contains(where: { $0.key(in: bytes) != nil }) else { return nil }
        descriptor = String(decoding: bytes, as: UTF8.self)
    }
}
