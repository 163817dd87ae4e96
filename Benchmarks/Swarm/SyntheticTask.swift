/// A task of a service, in the shape in which `GET /tasks` answers it.
struct SyntheticTask {
    let service: SyntheticService
    /// Which of the service's tasks it is, from 1.
    let slot: Int
    var state = State.running

    enum State: UInt64 {
        case running
        /// It runs in the place of one that was lost: another task, with another address.
        case moved
        /// It has ended and is only remembered, as `GET /tasks` lists the last ones.
        case ended
    }

    /// The object.
    func object() -> String {
        let number = service.number * 32 + slot * 4 + Int(state.rawValue)
        var random = Randomness(for: .task, number)
        let (created, updated) = (random.moment(), random.moment())
        return #"""
            {"ID":"\#(random.identifier())","Version":{"Index":\#(50000 + number)},"CreatedAt":"\#(created)",\#
            "UpdatedAt":"\#(updated)","Labels":{},"Spec":\#(service.taskTemplate),"ServiceID":"\#(service.id)",\#
            "Slot":\#(slot),"NodeID":"\#(Self.nodes[random.number(below: Self.nodes.count)])",\#
            "Status":\#(status(at: updated, &random)),"DesiredState":"\#(hasEnded ? "shutdown" : "running")",\#
            "NetworksAttachments":[\#(attachments)]}
            """#
    }

    private var hasEnded: Bool { state == .ended }

    private static let nodes: [String] = (0..<40).map { number in
        var random = Randomness(for: .node, number)
        return random.identifier()
    }

    private func status(at moment: String, _ random: inout Randomness) -> String {
        #"""
        {"Timestamp":"\#(moment)","State":"\#(hasEnded ? "failed" : "running")","Message":"started",\#
        \#(hasEnded ? #""Err":"task: non-zero exit (137)","# : "")\#
        "ContainerStatus":{"ContainerID":"\#(random.hexadecimal(64))","PID":\#(hasEnded ? 0 : 4711),\#
        "ExitCode":\#(hasEnded ? 137 : 0)},"PortStatus":{}}
        """#
    }

    private var attachments: String {
        var objects = service.networks.indices.map { index in
            attachment(to: service.networks[index], at: service.address(state == .moved ? 6 : slot, on: index))
        }
        if service.isPublished {
            let address = "10.0.\(service.number / 250 % 250).\(service.number % 250)"
            objects.insert(attachment(to: .ingress, at: address), at: 0)
        }
        return objects.joined(separator: ",")
    }

    private func attachment(to network: SyntheticNetwork, at address: String) -> String {
        #"{"Network":\#(network.attached),"Addresses":["\#(address)/24"]}"#
    }
}
