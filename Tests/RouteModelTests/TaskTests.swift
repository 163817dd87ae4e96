import Testing

@testable import RouteModel

/// A task gives back what it was made of, whether that has room in it or stands apart.
struct TaskTests {
    private static func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text.utf8)) }

    private static func attachments(_ places: [(network: Int32, address: String?)]) throws -> Few<RouteModel.Attachment>
    {
        var attachments = Few<RouteModel.Attachment>()
        for (network, text) in places {
            let address = try text.map(address)
            attachments.append(RouteModel.Attachment(network: Identifier(index: network), address: address))
        }
        return attachments
    }

    private static let places: [[(network: Int32, address: String?)]] = [
        [], [(0, "10.0.0.1")], [(7, nil)], [(7, "10.0.0.1"), (3, nil)], [(3, "10.0.0.9"), (3, "10.0.0.1")],
        [(3, nil), (3, "fd00::1")], [(1, "fd00::2"), (1, "10.0.0.1"), (2, nil)],
        [(1, "10.0.0.3"), (2, nil), (1, "10.0.0.2")],
    ]

    @Test(arguments: places.indices, [nil, 0, 5] as [Int32?])
    func keepsWhatItHas(_ index: Int, _ node: Int32?) throws {
        let attachments = try Self.attachments(Self.places[index])
        let ports = [PublishedPort(target: 80, published: 30_000)]
        for ports in [[], ports] {
            let node = node.map { Identifier(index: $0) }
            let task = Task(service: Identifier(index: 4), attachments: attachments, node: node, publishedPorts: ports)
            #expect(task.service.index == 4 && task.node == node && task.publishedPorts == ports)
            #expect(task.attachments == attachments)
            #expect(task == Task(service: task.service, attachments: attachments, node: node, publishedPorts: ports))
            #expect(task != Task(service: task.service, attachments: attachments, node: Identifier(index: 6)))
            for network in (0..<9).map({ Identifier(index: $0) }) {
                #expect(task.address(on: network) == attachments.address(on: network))
                var known = KnownNetworks()
                known.insert(network)
                #expect(task.isAttached(to: known) == attachments.contains { $0.network == network })
            }
        }
    }

    @Test(arguments: places.indices)
    func getsOtherNumbers(_ index: Int) throws {
        let numbers = (0..<9).map { Identifier(index: 20 - $0) }
        var task = Task(
            service: Identifier(index: 4), attachments: try Self.attachments(Self.places[index]),
            node: Identifier(index: 8), publishedPorts: index % 2 == 0 ? [] : [PublishedPort(target: 1, published: 2)])
        let ports = task.publishedPorts
        task.renumber(by: numbers)
        let renumbered = Self.places[index].map { (20 - $0.network, $0.address) }
        #expect(task.service.index == 16 && task.node?.index == 12 && task.publishedPorts == ports)
        #expect(task.attachments == (try Self.attachments(renumbered)))
    }

    @Test func takesFewBytes() { #expect(MemoryLayout<Task>.stride == 32) }
}
