import TestSupport

/// Harmless services, of every form that a host can have, and a place for a hostile one beside them.
enum Neighbours {
    /// The name of the service that has the labels of a case.
    static let hostileService = "attacker"
    /// Where its task runs.
    static let hostileAddress = "10.66.6.6:"
    /// The network that it is attached to.
    private static let hostileNetwork = (id: "net00000000000000000000001", name: "tenant-a")

    private static let network = (id: "net00000000000000000000009", name: "neighbours")

    /// A Swarm of the neighbours, and the hostile service if it has labels.
    static func snapshot(beside labels: [String: String]?) -> JSONValue {
        var (services, tasks) = (services, tasks)
        if let labels {
            let sorted = labels.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
            services.append(service(hostileService, sorted, hostileNetwork.id))
            tasks.append(task(of: hostileService, "10.66.6.6/24", hostileNetwork))
        }
        return [
            "services": .array(services), "tasks": .array(tasks),
            "networks": [json(network), json(hostileNetwork)],
            "secrets": [["ID": "sec1", "Spec": ["Name": "a.crt"]], ["ID": "sec2", "Spec": ["Name": "a.key"]]],
        ]
    }

    private static let services = [
        service("alone", [("com.docker.lb.hosts", "alone.neighbour"), ("com.docker.lb.port", "80")], network.id),
        service("pool", [("com.docker.lb.hosts", "pool.neighbour"), ("com.docker.lb.port", "80")], network.id),
        service(
            "paths",
            [
                ("com.docker.lb.hosts", "*.neighbour"), ("com.docker.lb.port", "80"),
                ("com.docker.lb.context_root", "/app"), ("com.docker.lb.context_root_rewrite", "true"),
            ], network.id),
    ]

    private static let tasks = [
        task(of: "alone", "10.0.9.1/24", network), task(of: "pool", "10.0.9.2/24", network),
        task(of: "pool", "10.0.9.3/24", network), task(of: "paths", "10.0.9.4/24", network),
    ]

    static func service(_ name: String, _ labels: [(key: String, value: String)], _ network: String) -> JSONValue {
        [
            "ID": .string("svc-\(name)"),
            "Spec": [
                "Name": .string(name), "Labels": .object(labels.map { ($0.key, .string($0.value)) }),
                "TaskTemplate": ["Networks": [["Target": .string(network)]]],
                "Mode": ["Replicated": ["Replicas": .integer(1)]],
            ],
        ]
    }

    static func task(of service: String, _ address: String, _ network: (id: String, name: String)) -> JSONValue {
        [
            "ServiceID": .string("svc-\(service)"), "Status": ["State": "running"], "DesiredState": "running",
            "NetworksAttachments": [
                [
                    "Network": ["ID": .string(network.id), "Spec": ["Name": .string(network.name)]],
                    "Addresses": [.string(address)],
                ]
            ],
        ]
    }

    static func json(_ network: (id: String, name: String)) -> JSONValue {
        [
            "Id": .string(network.id), "Name": .string(network.name), "Scope": "swarm", "Driver": "overlay",
            "Ingress": .bool(false),
        ]
    }
}
