/// What becomes of a table when a service has other tasks, and nothing else changes: other peers, in the service's hosts.
///
/// That is what happens most of the time. To go through all services again, even if nothing but looks up what came of each
/// the last time, takes 3 ms for 3,000 of them.
extension ClusterMemory {
    /// What a host becomes.
    private struct HostUpdate {
        let remembered: RememberedHost
        /// Where it is in `hosts`.
        let place: Int
        let host: VirtualHost
        /// Where it is in the table.
        let placeInTable: Int
    }

    /// Routes a service again, the one at `index` of the cluster's services. `false`, with `table` as it was, if its tasks
    /// change more than peers: over what it is reached, or what is to be said of it or its hosts.
    func routeAgain(
        _ service: Service, at index: Int, version: Int32, by router: Router, in table: inout RoutingTable
    ) -> Bool {
        guard let place = claims.last.prefix(index + 1).lastIndex(where: { $0.claim.service === service }) else {
            return false
        }
        let old = claims.last[place].claim
        guard case .network = old.reach, !old.candidate.isFallback, claimsByHost.claims[place] === old else {
            return false
        }
        let claim = router.input.claim(of: old.candidate, over: old.reach)
        guard claim.diagnostics == old.diagnostics else { return false }
        var updates: [HostUpdate] = []
        for name in old.candidate.hosts {
            guard let update = update(of: name, from: old, to: claim, in: table) else { return false }
            updates.append(update)
        }
        claims.last[place] = VersionedClaim(claim: claim, version: version)
        claimsByHost.replaceClaim(at: place, by: claim)
        for update in updates {
            hosts.last[update.place] = update.remembered
            table.hosts[update.placeInTable] = update.host
        }
        return true
    }

    /// `nil` if the host is more than routed over HTTP: others depend on its redirect, and TLS that is passed through is
    /// in another list.
    private func update(of name: Hostname, from old: Claim, to new: Claim, in table: RoutingTable) -> HostUpdate? {
        guard let place = hosts.last.place(of: name, by: \.name),
            let placeInTable = table.hosts.place(of: name, by: \.name)
        else { return nil }
        let known = hosts.last[place]
        let newer = RememberedHost(name, known.claims.map { $0 === old ? new : $0 })
        guard let host = newer.routed.host, host.redirect == nil, known.routed.passthrough == nil,
            newer.routed.passthrough == nil, newer.routed.diagnostics == known.routed.diagnostics
        else { return nil }
        return HostUpdate(remembered: newer, place: place, host: host, placeInTable: placeInTable)
    }
}

extension Array {
    /// Where the element of this name is in a list that is sorted by names, no name twice.
    fileprivate func place(of name: Hostname, by nameOf: (Element) -> Hostname) -> Int? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if nameOf(self[middle]) < name { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && nameOf(self[low]) == name ? low : nil
    }
}
