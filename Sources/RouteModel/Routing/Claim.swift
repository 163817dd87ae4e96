/// What one service asks for, and where it answers.
///
/// A class, since every host of the service has it: a copy counts one reference instead of twenty.
final class Claim: Sendable {
    let candidate: Candidate
    let reach: Reach
    /// Each address once, in their order.
    let peers: [Peer]
    /// The name to ask for addresses instead, if the service wants that.
    let domain: ServiceDomain?
    /// What is to be said of the service's addresses.
    let diagnostics: [Diagnostic]

    init(
        candidate: Candidate, reach: Reach, peers: [Peer], domain: ServiceDomain?, diagnostics: [Diagnostic]
    ) {
        self.candidate = candidate
        self.reach = reach
        self.peers = peers
        self.domain = domain
        self.diagnostics = diagnostics
    }

    /// Whose it is.
    var service: Service { candidate.service }
}
