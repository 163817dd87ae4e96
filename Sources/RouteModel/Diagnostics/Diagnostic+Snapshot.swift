/// What can be wrong with single objects of a snapshot.
extension Diagnostic {
    static func serviceIncomplete(named name: ByteString?) -> Self {
        Diagnostic(
            .serviceIncomplete,
            "a service with labels of the router has no ID or no name; it is not routed; take the snapshot anew",
            at: name.map { .service($0) } ?? .snapshot)
    }
}
