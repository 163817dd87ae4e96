import TestSupport

/// A Swarm of a property test, in the terms that tests change it by.
struct GeneratedSwarm: Sendable {
    var services: [GeneratedService]
    var networks: [GeneratedNetwork]
    /// Whether the snapshot has the list of networks, or they are known from attachments alone.
    var listsNetworks: Bool
    /// The names of secrets.
    var secrets: [String] = []

    var snapshot: JSONValue {
        [
            "services": .array(services.map(\.json)),
            "tasks": .array(services.flatMap(\.taskList)),
            "networks": listsNetworks ? .array(networks.map(\.listed)) : .null,
            "nodes": [], "secrets": .array(secrets.map { ["ID": .string("x\($0)"), "Spec": ["Name": .string($0)]] }),
            "configs": .null,
        ]
    }
}

/// A network, in the two spellings of the Engine.
struct GeneratedNetwork: Hashable, Sendable {
    let id: String
    let name: String
    var driver = "overlay"
    var scope = "swarm"
    var isIngress = false

    fileprivate var listed: JSONValue {
        [
            "Name": .string(name), "Id": .string(id), "Scope": .string(scope), "Driver": .string(driver),
            "Ingress": .bool(isIngress), "Labels": [:],
        ]
    }

    fileprivate var attached: JSONValue {
        [
            "ID": .string(id),
            "Spec": ["Name": .string(name), "Scope": .string(scope), "Ingress": .bool(isIngress)],
            "DriverState": ["Name": .string(driver)],
        ]
    }
}

/// A service with its tasks.
struct GeneratedService: Sendable {
    let id: String
    let name: String
    /// The label `service_cluster`; empty: the service has none.
    let cluster: String
    var labels: [(name: String, value: JSONValue)]
    /// What the specification names: an ID, or a name.
    var targets: [String]
    var ports: [Int]
    var isJob: Bool
    /// Without an ID it cannot be routed.
    var hasID: Bool
    var tasks: [GeneratedTask]

    fileprivate var json: JSONValue {
        let spec: JSONValue = [
            "Name": .string(name), "Labels": .object(labels),
            "TaskTemplate": ["Networks": .array(targets.map { ["Target": .string($0)] })],
            "Mode": isJob ? ["ReplicatedJob": [:]] : ["Replicated": ["Replicas": .integer(tasks.count)]],
            "EndpointSpec": ["Ports": .array(ports.map { ["TargetPort": .integer($0), "Protocol": "tcp"] })],
        ]
        return hasID ? ["ID": .string(id), "Spec": spec, "PreviousSpec": spec] : ["Spec": spec]
    }

    fileprivate var taskList: [JSONValue] {
        tasks.map { task in
            [
                "ServiceID": .string(id), "Status": ["State": .string(task.state)],
                "DesiredState": .string(task.desiredState),
                "NetworksAttachments": .array(task.attachments.map(\.json)),
            ]
        }
    }
}

/// A task of a service.
struct GeneratedTask: Sendable {
    let state: String
    let desiredState: String
    let attachments: [GeneratedAttachment]
}

/// A task's place in a network.
struct GeneratedAttachment: Sendable {
    let network: GeneratedNetwork
    let addresses: [String]

    fileprivate var json: JSONValue {
        ["Network": network.attached, "Addresses": .array(addresses.map(JSONValue.string))]
    }
}
