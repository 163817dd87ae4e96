import TestSupport

/// A service with its only network and its tasks.
struct Tenant {
    /// Names and IDs, as `docker` lets a tenant choose them and as no tenant could.
    struct Names {
        var service: String
        var network: String
        var container: String
    }

    let names: Names
    var labels: [(name: String, value: JSONValue)] = []
    /// The addresses of its tasks, one each.
    var addresses: [String] = []

    /// The whole Swarm of some tenants.
    static func snapshot(of tenants: [Tenant]) -> [UInt8] {
        let json: JSONValue = [
            "services": .array(tenants.map(\.service)), "tasks": .array(tenants.flatMap(\.tasks)),
            "networks": .array(tenants.map(\.network)),
        ]
        return json.bytes
    }

    private var serviceID: JSONValue { .string("service " + names.service) }
    private var networkID: JSONValue { .string("network " + names.network) }

    private var service: JSONValue {
        [
            "ID": serviceID,
            "Spec": [
                "Name": .string(names.service), "Labels": .object(labels),
                "TaskTemplate": ["Networks": [["Target": networkID]]],
                "Mode": ["Replicated": ["Replicas": .integer(addresses.count)]],
            ],
        ]
    }

    private var network: JSONValue {
        ["Id": networkID, "Name": .string(names.network), "Scope": "swarm", "Driver": "overlay"]
    }

    private var tasks: [JSONValue] {
        addresses.map { address in
            [
                "ServiceID": serviceID, "DesiredState": "running",
                "Status": ["State": "running", "ContainerStatus": ["ContainerID": .string(names.container)]],
                "NetworksAttachments": [
                    [
                        "Network": ["ID": networkID, "Spec": ["Name": .string(names.network)]],
                        "Addresses": [.string(address)],
                    ]
                ],
            ]
        }
    }
}
