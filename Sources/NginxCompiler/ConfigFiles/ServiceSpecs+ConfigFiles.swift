public import RouteModel

extension ServiceSpecs {
    /// The services of a cluster whose proxies have these files.
    public init(
        of cluster: Extension, serving table: RoutingTable, _ files: ConfigFileSet, in snapshot: Snapshot
    ) {
        self.init(
            of: cluster, serving: table, main: files.main.object, parts: files.parts.map(\.object), in: snapshot)
    }
}

extension ConfigFile {
    /// The file as services name it.
    fileprivate var object: ConfigObject { ConfigObject(file: name, name: objectName) }
}
