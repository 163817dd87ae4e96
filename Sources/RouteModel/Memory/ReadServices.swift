/// What a snapshot's array of services said.
struct ReadServices {
    private var services: [Service] = []
    private var proxies: [ByteString: DeployedProxy] = [:]
    private var diagnostics: [Diagnostic] = []

    /// Nothing.
    init() {}

    /// - Parameter snapshot: what has been read, to which nothing but services has told anything of these kinds.
    init(_ snapshot: Snapshot) {
        (services, proxies, diagnostics) = (snapshot.services, snapshot.proxies, snapshot.diagnostics)
    }

    /// Adds the same to a snapshot to which no services have been added.
    func add(to snapshot: inout Snapshot) {
        (snapshot.services, snapshot.proxies) = (services, proxies)
        snapshot.diagnostics += diagnostics
    }
}
