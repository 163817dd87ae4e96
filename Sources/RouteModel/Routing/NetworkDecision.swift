/// A network that a service is attached to and that its proxies can join.
struct NetworkChoice: Hashable, Sendable {
    let id: Identifier
    let name: ByteString
}

/// Which networks can carry a service's requests, and what the service and its cluster's settings decide of that.
///
/// A class, since a memory passes it from list to list.
final class NetworkDecision: Sendable {
    let service: Service
    /// Those of the cluster in its order, else by name; none where one is chosen, since nobody asks for them then.
    let choices: [NetworkChoice]
    /// `nil`: none, or it takes the other services to choose.
    let chosen: Identifier?
    /// Whether any of several will do.
    let isOpen: Bool
    let diagnostics: [Diagnostic]

    init(
        service: Service, choices: [NetworkChoice], chosen: Identifier?, isOpen: Bool, diagnostics: [Diagnostic]
    ) {
        self.service = service
        self.choices = choices
        self.chosen = chosen
        self.isOpen = isOpen
        self.diagnostics = diagnostics
    }
}
