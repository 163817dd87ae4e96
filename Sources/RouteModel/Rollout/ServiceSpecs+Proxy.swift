/// The proxies' service (reference section 7.2).
extension ServiceSpecs {
    /// The label that marks a service of proxies.
    static let proxyLabel = SettingPair(key: "type", value: "\(DeployedProxy.type)")

    /// The service that runs the proxies.
    package var proxy: JSON {
        .spec([
            ("Name", .string(cluster.proxyService.name)),
            ("Labels", .table(cluster.proxyService.labels.filter { !$0.isTypeOfService } + [Self.proxyLabel])),
            (
                "TaskTemplate",
                .spec([
                    ("ContainerSpec", proxyContainer),
                    ("Placement", placement(cluster.proxyService.placementPreferences)),
                    ("Networks", .array(table.networks.map { .object([("Target", .text($0.id))]) })),
                ])
            ),
            ("Mode", .object([("Replicated", .object([("Replicas", .number(cluster.proxyReplicas))]))])),
            ("UpdateConfig", update(onFailure: "rollback")),
            ("RollbackConfig", update(onFailure: "pause")),
            ("EndpointSpec", endpoint),
        ])
    }

    private var proxyContainer: JSON {
        .spec([
            ("Image", .string(cluster.proxyService.image)),
            ("Labels", .table(cluster.proxyService.containerLabels)),
            ("Args", .array(cluster.proxyService.args.map { .string($0) })),
            ("Mounts", .array(cluster.hitlessServiceUpdate ? [volume(isReadOnly: true)] : [])),
            ("StopSignal", .string(cluster.proxyStopSignal)),
            ("StopGracePeriod", .number(Int(cluster.proxyStopGracePeriod.nanoseconds))),
            ("Secrets", .array(table.secrets.map(secret))),
            ("Configs", cluster.hitlessServiceUpdate ? .array([]) : configs(in: cluster.proxyConfigPath.folder)),
        ])
    }

    /// A secret in the place where nginx.conf looks for it. Root alone reads it: nginx does so before its workers give
    /// that up.
    private func secret(_ name: SecretName) -> JSON {
        .object([
            ("File", file(name.text, mode: 0o400)),
            ("SecretID", .text(snapshot.id(of: name) ?? "")),
            ("SecretName", .string(name.text)),
        ])
    }

    /// One proxy at a time. Where the nodes' own ports are published a new proxy cannot start beside the old one: the
    /// port is taken. Behind the ingress network it can, so that there is never one less.
    private func update(onFailure action: String) -> JSON {
        .object([
            ("Parallelism", .number(1)),
            ("Delay", .number(Int(cluster.proxyUpdateDelay.nanoseconds))),
            ("FailureAction", .string(action)),
            ("Order", .string(cluster.publishMode == .host ? "stop-first" : "start-first")),
        ])
    }

    private var endpoint: JSON {
        .object([
            ("Mode", .string("vip")),
            (
                "Ports",
                .array([
                    port(cluster.targetPort, publishedAs: cluster.publishedPort),
                    port(cluster.targetSSLPort, publishedAs: cluster.publishedSSLPort),
                ])
            ),
        ])
    }

    private func port(_ target: Int, publishedAs published: Int) -> JSON {
        .object([
            ("Protocol", .string("tcp")),
            ("TargetPort", .number(target)),
            ("PublishedPort", .number(published)),
            ("PublishMode", .string(cluster.publishMode.rawValue)),
        ])
    }
}

extension SettingPair {
    /// Whether the label is the one by which Interlock's services are told apart.
    var isTypeOfService: Bool { key.utf8.elementsEqual(ServiceSpecs.proxyLabel.key.utf8) }
}
