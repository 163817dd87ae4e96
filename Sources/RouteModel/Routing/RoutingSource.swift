/// What tables were made of, for whoever ends soon: to take its thousands of objects apart one by one takes 6 % of a run.
public struct RoutingSource: Sendable {
    private let snapshot: Snapshot
    private let clusters: [ClusterSource]

    /// Keeps all but what is one block of memory: the tasks, as large as what hosts are lowered to, and lists.
    init(_ snapshot: Snapshot, _ clusters: [ClusterSource]) {
        var kept = snapshot
        kept.tasks = []
        self.snapshot = kept
        self.clusters = clusters
    }
}

/// What the table of one service cluster was made of.
struct ClusterSource: Sendable {
    var decisions: [NetworkDecision] = []
    var claims: [Claim] = []
}
