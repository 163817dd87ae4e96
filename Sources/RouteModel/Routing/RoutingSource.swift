/// What tables were made of, for whoever ends soon: to take its thousands of objects apart one by one takes 6 % of a run.
public struct RoutingSource: Sendable {
    let snapshot: Snapshot
    let labels: EarlyLabels?
    let clusters: [ClusterSource]
}

/// What the table of one service cluster was made of.
struct ClusterSource: Sendable {
    var decisions: [NetworkDecision] = []
    var claims: [Claim] = []
    var hosts: [RoutedHost] = []
}
