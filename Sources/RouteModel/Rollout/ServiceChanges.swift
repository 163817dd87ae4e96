/// How the proxy service of a cluster becomes another.
struct ServiceChanges {
    private(set) var causes: [Cause] = []

    init(from old: ClusterState, to new: ClusterState) {
        compareNetworks(old.table.networks, new.table.networks)
        compareSecrets(old, new)
        for property in Self.properties {
            compare(property, property.values(of: old.settings), property.values(of: new.settings))
        }
    }

    /// What the settings say of the proxy service: one value, or several.
    private struct Property {
        let name: String
        /// Whether the same values in another order are something else.
        let isOrdered: Bool
        let replacesProxies: Bool
        let values: @Sendable (Extension) -> [String]

        init(
            _ name: String, isOrdered: Bool = false, replacesProxies: Bool = true,
            _ values: @escaping @Sendable (Extension) -> [String]
        ) {
            self.name = name
            self.isOrdered = isOrdered
            self.replacesProxies = replacesProxies
            self.values = values
        }

        /// As bytes, since other bytes are another value to Swarm even where they look the same.
        func values(of settings: Extension) -> [ByteString] { values(settings).map { ByteString($0.utf8) } }
    }

    /// Swarm replaces running tasks when their specification or that of their endpoint changes; the service's labels, the
    /// count of its tasks and how it is updated concern none that runs. Of other constraints it replaces those whose node
    /// no longer meets them, which may be all; of other preferences none.
    private static let properties: [Property] = [
        Property("name") { [$0.proxyService.name] },
        Property("image") { [$0.proxyService.image] },
        Property("arguments", isOrdered: true) { $0.proxyService.args },
        Property("constraints") { $0.proxyService.constraints },
        Property("placement preferences", isOrdered: true, replacesProxies: false) {
            $0.proxyService.placementPreferences
        },
        Property("labels", replacesProxies: false) {
            $0.proxyService.labels.filter { !$0.isTypeOfService }.map { "\($0.key)=\($0.value)" }
        },
        Property("container labels") { $0.proxyService.containerLabels.map { "\($0.key)=\($0.value)" } },
        Property("stop signal") { [$0.proxyStopSignal] },
        Property("stop grace period") { ["\($0.proxyStopGracePeriod)"] },
        Property("replicas", replacesProxies: false) { ["\($0.proxyReplicas)"] },
        Property("update delay", replacesProxies: false) { ["\($0.proxyUpdateDelay)"] },
        Property("ports") {
            [
                "\($0.publishedPort):\($0.targetPort) (\($0.publishMode.rawValue))",
                "\($0.publishedSSLPort):\($0.targetSSLPort) (\($0.publishMode.rawValue), TLS)",
            ]
        },
        Property("file") { [$0.proxyConfigPath.text] },
        Property("hitless updates") { [$0.hitlessServiceUpdate ? "on, by the volume \($0.volumeName)" : "off"] },
    ]

    private mutating func compare(_ property: Property, _ old: [ByteString], _ new: [ByteString]) {
        guard old.sorted() != new.sorted() || property.isOrdered && old != new else { return }
        let (before, after) = (Set(old), Set(new))
        let parts =
            old.count == 1 && new.count == 1
            ? ["\(show(old[0])) -> \(show(new[0]))"]
            : new.filter { !before.contains($0) }.map { "+ \(show($0))" }
                + old.filter { !after.contains($0) }.map { "- \(show($0))" }
        causes.append(
            Cause(
                .service, .changed, property.name, parts.isEmpty ? "another order" : parts.joined(separator: ", "),
                replacesProxies: property.replacesProxies))
    }

    private func show(_ text: ByteString) -> String { text.bytes.isEmpty ? "nothing" : printable(text.bytes) }

    private mutating func compareNetworks(_ old: [NetworkUse], _ new: [NetworkUse]) {
        guard old != new else { return }
        for network in new.missing(in: old) {
            let users = "for \(listed(network.services))"
            causes.append(Cause(.network, .added, printable(network.name.bytes), users, replacesProxies: true))
        }
        for network in old.missing(in: new) {
            causes.append(Cause(.network, .removed, printable(network.name.bytes), replacesProxies: true))
        }
    }

    private mutating func compareSecrets(_ old: ClusterState, _ new: ClusterState) {
        guard old.secrets != new.secrets || old.secretIDs != new.secretIDs else { return }
        for (before, after) in pairs(old.secrets, new.secrets, by: { $0 }) {
            guard let name = after ?? before else { continue }
            if before == nil || after == nil {
                causes.append(
                    Cause(.secret, after == nil ? .removed : .added, name.text, replacesProxies: true))
            } else if let a = old.secretIDs[name], let b = new.secretIDs[name], a != b {
                causes.append(
                    Cause(.secret, .changed, name.text, "another secret of that name", replacesProxies: true))
            }
        }
    }
}

extension [NetworkUse] {
    /// Those that `others` has not. One that a snapshot does not tell of is known by its name alone.
    func missing(in others: [NetworkUse]) -> [NetworkUse] {
        let ids = Set(others.lazy.map(\.id))
        let names = Set(others.lazy.map(\.name))
        let unknown = Set(others.lazy.filter { !$0.isKnown }.map(\.name))
        return filter { network in
            !ids.contains(network.id) && !unknown.contains(network.name)
                && (network.isKnown || !names.contains(network.name))
        }
    }
}

/// The first three of some services, for a sentence.
func listed(_ services: [ByteString]) -> String {
    guard !services.isEmpty else { return "nobody" }
    let shown = services.prefix(3).map { printable($0.bytes) }.joined(separator: ", ")
    return services.count > 3 ? "\(shown) and \(services.count - 3) more" : shown
}
