/// The config service: one task on every node where a proxy may run.
extension ServiceSpecs {
    /// Where the config service finds the files.
    private static let source = "/run/configs"
    private static let dockerSocket = "/var/run/docker.sock"

    /// The service that has the cluster's files as config objects, and with `HitlessServiceUpdate` the means to bring
    /// them to the proxies of its node. It joins no network and publishes no port, so that Swarm replaces its tasks at
    /// once.
    package var configService: JSON {
        .spec([
            ("Name", .string(cluster.configServiceName)),
            ("Labels", .object([("type", .string("com.docker.interlock.core.config"))])),
            (
                "TaskTemplate",
                .spec([("ContainerSpec", configContainer), ("Placement", placement())])
            ),
            ("Mode", .object([("Global", .object([]))])),
            ("UpdateConfig", everyNodeAtOnce(onFailure: "rollback")),
            ("RollbackConfig", everyNodeAtOnce(onFailure: "pause")),
        ])
    }

    private var configContainer: JSON {
        .spec([
            ("Image", .string(cluster.configImage)),
            ("Env", .array(environment.map { .string("\($0.name)=\($0.value)") })),
            ("Mounts", .array(cluster.hitlessServiceUpdate ? [volume(isReadOnly: false), socket] : [])),
            ("Configs", configs(in: Self.source)),
        ])
    }

    /// What tells the image its work, in the order in which README.md explains it.
    private var environment: [(name: String, value: String)] {
        let source = (name: "CONFIG_SOURCE", value: Self.source)
        guard cluster.hitlessServiceUpdate else { return [source] }
        return [
            source, ("CONFIG_FILE", cluster.proxyConfigPath.text), ("PROXY_SERVICE", cluster.proxyService.name),
            ("PROXY_SIGNAL", "SIGHUP"),
        ]
    }

    /// The way to the proxies of the node: a signal to a container goes through its Docker Engine.
    private var socket: JSON {
        .object([
            ("Type", .string("bind")), ("Source", .string(Self.dockerSocket)), ("Target", .string(Self.dockerSocket)),
        ])
    }

    /// On all nodes together, so that the proxies differ for as short a time as can be; the old task stops first, since
    /// two of them would write the same files.
    private func everyNodeAtOnce(onFailure action: String) -> JSON {
        .object([
            ("Parallelism", .number(0)), ("FailureAction", .string(action)), ("Order", .string("stop-first")),
        ])
    }
}
