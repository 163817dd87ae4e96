/// What can be wrong with the services that run a service cluster.
extension Diagnostic {
    // MARK: What the settings say

    static func imageMissing(_ option: String, of cluster: Extension) -> Self {
        Diagnostic(
            .imageMissing,
            "\(option) is missing for the cluster \(cluster.name), and no service can be created without an image; write it",
            at: cluster.origin(of: option))
    }

    static func serviceNameMissing(_ cluster: Extension) -> Self {
        Diagnostic(
            .serviceNameMissing,
            "ProxyServiceName is missing for the cluster \(cluster.name); its config service cannot find the proxies to "
                + "tell of a new file; write it",
            at: cluster.origin(of: "ProxyServiceName"))
    }

    static func serviceNameShared(
        _ option: String, _ name: ByteString, of cluster: Extension, with other: Extension
    ) -> Self {
        Diagnostic(
            .serviceNameShared,
            "\(option) \(quoted(name.bytes)) is also the name of a service of the cluster \(other.name); the Swarm has "
                + "only one service of a name; write another",
            at: cluster.origin(of: option))
    }

    static func constraintInvalid(_ constraint: String, of cluster: Extension) -> Self {
        Diagnostic(
            .constraintInvalid,
            "\(quoted(constraint.utf8)) is no constraint that a node of the Swarm can meet; no proxy starts; write one "
                + "like node.labels.region==east",
            at: cluster.origin(of: "ProxyConstraints"))
    }

    static func preferenceInvalid(_ preference: String, of cluster: Extension) -> Self {
        Diagnostic(
            .preferenceInvalid,
            "\(quoted(preference.utf8)) is no placement preference; it is left out; write one like "
                + "spread=node.labels.datacenter",
            at: cluster.origin(of: "ProxyPlacementPreferences"))
    }

    static func portTwice(_ cluster: Extension) -> Self {
        Diagnostic(
            .portShared,
            "PublishedPort and PublishedSSLPort are both \(cluster.publishedPort), and the Swarm publishes a port for one "
                + "purpose; write two ports",
            at: cluster.origin(of: "PublishedSSLPort"))
    }

    static func portShared(_ option: String, _ port: Int, of cluster: Extension, with other: Extension) -> Self {
        Diagnostic(
            .portShared,
            "port \(port) is also that of the cluster \(other.name), and ingress mode takes it on every node; only one of "
                + "the two can start; write another port, or PublishMode = \"host\" for both",
            at: cluster.origin(of: option))
    }

    static func settingOfExtensionService(_ option: String, of cluster: Extension) -> Self {
        Diagnostic(
            .settingWithoutEffect,
            "\(option) has no effect: it belongs to Interlock's extension service, whose place nginxgen takes",
            at: cluster.origin(of: option))
    }

    static func typeLabelTaken(_ cluster: Extension) -> Self {
        Diagnostic(
            .settingWithoutEffect,
            "the label type of ProxyLabels has no effect: its value \(ServiceSpecs.proxyLabel.value) marks the service",
            at: cluster.origin(of: "ProxyLabels"))
    }

    // MARK: What the Swarm has

    static func replicasTooMany(_ cluster: Extension, on nodes: Int) -> Self {
        let rule = nodes == 0 ? "" : "; in host mode each proxy needs a node of its own"
        return Diagnostic(
            .replicasTooMany,
            "ProxyReplicas is \(cluster.proxyReplicas), and the count of nodes that take tasks and meet ProxyConstraints is "
                + "\(nodes)\(rule); the others wait; lower ProxyReplicas, or label more nodes",
            at: cluster.origin(of: "ProxyReplicas"))
    }

    static func networkMissing(_ network: NetworkUse, of cluster: Extension, among names: [String]) -> Self {
        let name = String(decoding: network.name.bytes, as: UTF8.self)
        let suggestion =
            nearest(to: name, among: names).map { "did you mean \(quoted($0.utf8))?" }
            ?? "create it, or correct Networks"
        return Diagnostic(
            .networkMissing,
            "the Swarm has no overlay network \(quoted(network.name.bytes)); the proxies cannot start; \(suggestion)",
            at: cluster.origin(of: "Networks"))
    }

    static func configObjectMissing(_ object: ConfigObject, of cluster: Extension) -> Self {
        Diagnostic(
            .configObjectMissing,
            "no config object holds \(object.file) of the cluster \(cluster.name), so that its ID is empty; create it with "
                + "the file that --output-dir writes: docker config create \(object.name) \(cluster.name)/\(object.file); "
                + "then take the snapshot again",
            at: .snapshot)
    }

    static func idsUnknown(of objects: String, from member: String) -> Self {
        Diagnostic(
            .idsUnknown, "it does not list the \(objects), so that their IDs are empty; add GET /\(member)",
            at: .snapshot)
    }
}

extension Extension {
    /// Where an option stands, else where the cluster's table begins.
    fileprivate func origin(of option: String) -> Origin { .settings(positions[option] ?? position) }
}
