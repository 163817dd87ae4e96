public final class RoutingMemory {
    public init() {}
}
public func route(_ snapshot: Snapshot, under settings: Settings, remembering memory: RoutingMemory) -> Routing {
    route(snapshot, under: settings)
}
