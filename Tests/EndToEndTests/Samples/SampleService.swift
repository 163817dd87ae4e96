import Foundation

/// A service of a Swarm that has one overlay network, `net`; its tasks listen on port 8000.
struct SampleService: Sendable {
    let name: String
    /// Its `com.docker.lb.*` labels, without that prefix; `port` is 8000 unless given.
    let labels: [String: String]
    let tasks: [SampleTask]

    /// - Parameter addresses: of its running tasks, in `net`.
    init(_ name: String, _ labels: [String: String], at addresses: String...) {
        self.name = name
        self.labels = labels
        tasks = addresses.enumerated().map { SampleTask(name: "\(name).\($0 + 1)", address: $1) }
    }

    /// What the Engine would tell of these services.
    static func snapshot(of services: [SampleService]) throws -> [UInt8] {
        let snapshot: [String: Any] = [
            "services": services.map(\.json), "tasks": services.flatMap(\.taskList),
            "networks": [["Id": "n1", "Name": "net", "Scope": "swarm", "Driver": "overlay"]],
        ]
        return [UInt8](try JSONSerialization.data(withJSONObject: snapshot))
    }

    private var json: [String: Any] {
        let labels = ["port": "8000"].merging(labels) { _, given in given }
        return [
            "ID": "id-\(name)",
            "Spec": [
                "Name": name,
                "Labels": Dictionary(uniqueKeysWithValues: labels.map { ("com.docker.lb.\($0)", $1) }),
                "TaskTemplate": ["Networks": [["Target": "n1"]]],
            ] as [String: Any],
        ]
    }

    private var taskList: [[String: Any]] {
        tasks.map { task in
            [
                "ServiceID": "id-\(name)", "DesiredState": "running", "Status": ["State": "running"],
                "NetworksAttachments": [["Network": ["ID": "n1"], "Addresses": ["\(task.address)/24"]]],
            ]
        }
    }
}

/// A running task.
struct SampleTask: Sendable {
    /// As its backend calls itself: `web.1`.
    let name: String
    let address: String

    /// As nginx.conf names it.
    var peer: String { "\(address):8000" }
}
