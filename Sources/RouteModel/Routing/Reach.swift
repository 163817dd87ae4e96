/// How the proxy reaches a service.
enum Reach: Equatable, Sendable {
    /// Over an overlay network that both share.
    case network(Identifier)
    /// On the nodes that its tasks run on: it publishes its port there, or uses their network.
    case nodes
}
