import Foundation

/// A service of a Swarm that has one overlay network, `net`; its tasks listen on port 8000.
struct SampleService: Sendable {
    /// How a proxy reaches it.
    private enum Reach {
        case tasks
        /// By its virtual IP, behind which so many tasks run.
        case virtualIP(running: Int)
        /// On a node that its only task runs on, which publishes its port there; it has no network.
        case node
        /// On the network of the node that its only task runs on, which leads the Swarm.
        case hostNetwork
    }

    let name: String
    /// Its `com.docker.lb.*` labels, without that prefix; `port` is 8000 unless given.
    let labels: [String: String]
    /// Who answers for it: what stands in nginx.conf.
    let tasks: [SampleTask]
    private let reach: Reach

    private init(_ name: String, _ labels: [String: String], _ tasks: [SampleTask], _ reach: Reach) {
        (self.name, self.labels, self.tasks, self.reach) = (name, labels, tasks, reach)
    }

    /// - Parameter addresses: of its running tasks, in `net`.
    init(_ name: String, _ labels: [String: String], at addresses: String...) {
        let tasks = addresses.enumerated().map { SampleTask(name: "\(name).\($0 + 1)", address: $1) }
        self.init(name, labels, tasks, .tasks)
    }

    /// A service in VIP mode.
    init(_ name: String, _ labels: [String: String], virtualIP: String, running: Int) {
        let task = SampleTask(name: "\(name).vip", address: virtualIP)
        self.init(name, labels.merging(["backend_mode": "vip"]) { own, _ in own }, [task], .virtualIP(running: running))
    }

    /// A service in host mode.
    init(_ name: String, _ labels: [String: String], onNode address: String, publishing port: UInt16) {
        self.init(name, labels, [SampleTask(name: "\(name).1", address: address, port: port)], .node)
    }

    /// A service on the network of its node, which tells its address to other managers alone.
    init(_ name: String, _ labels: [String: String], onNetworkOfLeader address: String) {
        self.init(name, labels, [SampleTask(name: "\(name).1", address: address)], .hostNetwork)
    }

    /// What the Engine would tell of these services.
    static func snapshot(of services: [SampleService]) throws -> [UInt8] {
        let snapshot: [String: Any] = [
            "services": services.map(\.json), "tasks": services.flatMap(\.taskList),
            "networks": [
                ["Id": "n1", "Name": "net", "Scope": "swarm", "Driver": "overlay"],
                ["Id": "n2", "Name": "host", "Scope": "local", "Driver": "host"],
            ],
            "nodes": services.flatMap(\.nodes),
        ]
        return [UInt8](try JSONSerialization.data(withJSONObject: snapshot))
    }

    private var json: [String: Any] {
        let labels = ["port": "8000"].merging(labels) { _, given in given }
        var json: [String: Any] = [
            "ID": "id-\(name)",
            "Spec": [
                "Name": name,
                "Labels": Dictionary(uniqueKeysWithValues: labels.map { ("com.docker.lb.\($0)", $1) }),
                "TaskTemplate": ["Networks": network.map { [["Target": $0]] } ?? []],
            ] as [String: Any],
        ]
        if case .virtualIP(let running) = reach {
            json["Endpoint"] = ["VirtualIPs": [["NetworkID": "n1", "Addr": "\(tasks[0].address)/24"]]]
            json["ServiceStatus"] = ["RunningTasks": running]
        }
        return json
    }

    private var network: String? {
        switch reach {
        case .tasks, .virtualIP: "n1"
        case .node: nil
        case .hostNetwork: "n2"
        }
    }

    private var taskList: [[String: Any]] {
        tasks.map { task in
            var json: [String: Any] = ["ServiceID": "id-\(name)", "DesiredState": "running", "NodeID": "node-\(name)"]
            var status: [String: Any] = ["State": "running"]
            switch reach {
            case .tasks: json["NetworksAttachments"] = [["Network": ["ID": "n1"], "Addresses": ["\(task.address)/24"]]]
            case .virtualIP: break
            case .hostNetwork: json["NetworksAttachments"] = [["Network": ["ID": "n2"], "Addresses": []]]
            case .node:
                let port: [String: Any] = ["TargetPort": 8000, "PublishedPort": Int(task.port), "PublishMode": "host"]
                status["PortStatus"] = ["Ports": [port]]
            }
            json["Status"] = status
            return json
        }
    }

    private var nodes: [[String: Any]] {
        let address = tasks.first?.address ?? ""
        return switch reach {
        case .tasks, .virtualIP: []
        case .node: [["ID": "node-\(name)", "Status": ["Addr": address]]]
        case .hostNetwork:
            [["ID": "node-\(name)", "Status": ["Addr": "0.0.0.0"], "ManagerStatus": ["Addr": "\(address):2377"]]]
        }
    }
}

/// Who answers at one address.
struct SampleTask: Sendable {
    /// As its backend calls itself: `web.1`.
    let name: String
    let address: String
    var port: UInt16 = 8000

    /// As nginx.conf names it.
    var peer: String { address.utf8.contains(UInt8(ascii: ":")) ? "[\(address)]:\(port)" : "\(address):\(port)" }
}
