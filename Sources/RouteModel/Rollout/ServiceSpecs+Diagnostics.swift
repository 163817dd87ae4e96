/// What would keep the services from starting, or from running as meant.
extension ServiceSpecs {
    /// What is wrong with the cluster's services, in an order of its own. What the snapshot does not list is not
    /// doubted.
    ///
    /// - Parameter settings: all of them: service clusters compete for ports.
    public func diagnostics(under settings: Settings) -> [Diagnostic] {
        (planDiagnostics(under: settings) + objectsMissing).sorted()
    }

    /// The same for services that are not created yet: their config objects cannot be there.
    public func planDiagnostics(under settings: Settings) -> [Diagnostic] {
        let all =
            missing + placementProblems + crowding + sharedPorts(among: settings.extensions)
            + sharedNames(among: settings.extensions) + networksMissing + withoutEffect
        return all.sorted()
    }

    // MARK: The settings alone

    private var missing: [Diagnostic] {
        var missing: [Diagnostic] = []
        if cluster.proxyService.image.utf8.isEmpty { missing.append(.imageMissing("ProxyImage", of: cluster)) }
        if cluster.hitlessServiceUpdate {
            if cluster.configImage.utf8.isEmpty { missing.append(.imageMissing("ConfigImage", of: cluster)) }
            if cluster.proxyService.name.utf8.isEmpty { missing.append(.serviceNameMissing(cluster)) }
        }
        return missing
    }

    private var placementProblems: [Diagnostic] {
        let constraints = cluster.proxyService.constraints.filter { PlacementConstraint($0) == nil }
        let preferences = cluster.proxyService.placementPreferences.filter { PlacementPreference($0) == nil }
        return constraints.map { .constraintInvalid($0, of: cluster) }
            + preferences.map { .preferenceInvalid($0, of: cluster) }
    }

    /// The ingress network takes a port on every node of the Swarm, host mode on the nodes of the proxies alone.
    private func sharedPorts(among clusters: [Extension]) -> [Diagnostic] {
        var shared: [Diagnostic] = []
        if cluster.publishedPort == cluster.publishedSSLPort { shared.append(.portTwice(cluster)) }
        for other in clusters where other.name != cluster.name {
            guard cluster.publishMode == .ingress || other.publishMode == .ingress else { continue }
            for (option, port) in [
                ("PublishedPort", cluster.publishedPort), ("PublishedSSLPort", cluster.publishedSSLPort),
            ] where port == other.publishedPort || port == other.publishedSSLPort {
                shared.append(.portShared(option, port, of: cluster, with: other))
            }
        }
        return shared
    }

    /// Services that take one another's place.
    private func sharedNames(among clusters: [Extension]) -> [Diagnostic] {
        cluster.serviceNames.flatMap { option, name in
            clusters.filter { other in
                other.serviceNames.contains { $0.name == name && (other.name != cluster.name || $0.option != option) }
            }.map { .serviceNameShared(option, name, of: cluster, with: $0) }
        }
    }

    /// The keys of the extension service, as far as they say anything, and a label that has another meaning.
    private var withoutEffect: [Diagnostic] {
        let service = cluster.extensionService
        let keys = [
            ("Image", service.image.utf8.isEmpty), ("ServiceName", service.name.utf8.isEmpty),
            ("Args", service.args.isEmpty), ("Labels", service.labels.isEmpty),
            ("ContainerLabels", service.containerLabels.isEmpty), ("Constraints", service.constraints.isEmpty),
            ("PlacementPreferences", service.placementPreferences.isEmpty),
        ]
        let unused = keys.filter { !$0.1 }.map { Diagnostic.settingOfExtensionService($0.0, of: cluster) }
        return unused
            + (cluster.proxyService.labels.contains(where: \.isTypeOfService) ? [.typeLabelTaken(cluster)] : [])
    }

    // MARK: The settings and the Swarm

    /// Proxies that find no node: in host mode each needs one of its own.
    private var crowding: [Diagnostic] {
        let constraints = cluster.proxyService.constraints.compactMap { PlacementConstraint($0) }
        guard let nodes = snapshot.countOfNodes(meeting: constraints), cluster.proxyReplicas > nodes,
            cluster.publishMode == .host || nodes == 0
        else { return [] }
        return [.replicasTooMany(cluster, on: nodes)]
    }

    private var networksMissing: [Diagnostic] {
        guard snapshot.listsNetworks else { return [] }
        let names = snapshot.networks.values.filter(\.isRoutable).map {
            String(decoding: $0.name.bytes, as: UTF8.self)
        }
        return table.networks.filter { !$0.isKnown }.map { .networkMissing($0, of: cluster, among: names) }
    }

    private var objectsMissing: [Diagnostic] {
        var missing: [Diagnostic] = []
        if snapshot.configs == nil { missing.append(.idsUnknown(of: "config objects", from: "configs")) }
        if snapshot.secrets == nil, !table.secrets.isEmpty {
            missing.append(.idsUnknown(of: "secrets", from: "secrets"))
        }
        guard let configs = snapshot.configs else { return missing }
        let unknown = ([main] + parts).filter { configs[ByteString($0.name.utf8)] == nil }
        return missing + unknown.map { .configObjectMissing($0, of: cluster) }
    }
}

extension Extension {
    /// The services that run the cluster: which option names each, and how. Those that Swarm names are left out.
    fileprivate var serviceNames: [(option: String, name: ByteString)] {
        let config = hitlessServiceUpdate ? [("ConfigServiceName", configServiceName)] : []
        return ([("ProxyServiceName", proxyService.name)] + config).filter { !$0.1.utf8.isEmpty }.map {
            ($0, ByteString($1.utf8))
        }
    }
}

extension Snapshot {
    /// How many nodes take tasks and meet all of `constraints`; `nil` if the input lists no nodes.
    fileprivate func countOfNodes(meeting constraints: [PlacementConstraint]) -> Int? {
        guard !nodes.isEmpty else { return nil }
        return nodes.count { id, node in
            let text = identifiers.text(of: id)
            return node.takesTasks && constraints.allSatisfy { $0.allows(node, id: text) }
        }
    }
}
