/// One running copy of a service.
///
/// At 1,000 networks there are 33,000, some of them twice while two threads read: what nearly all have takes 32 bytes, and
/// what few have stands apart. With lists of their own they took 3 MiB more.
public struct Task: Hashable, Sendable {
    private(set) var service: Identifier
    /// The number of the node's ID; -1 if it is on none.
    private var nodeIndex: Int32
    /// Its attachments, where those are all.
    private var first = Place()
    private var second = Place()
    /// What has no room here; then it has all attachments.
    private var rest: Rest?

    /// An attachment with an IPv4 address or none.
    fileprivate struct Place: Hashable {
        /// The number of the network's ID; -1 if there is no attachment.
        var network: Int32 = -1
        /// The bits of the address; 0, which no task can have, if there is none.
        var address: UInt32 = 0
    }

    fileprivate final class Rest: Sendable {
        let attachments: Few<Attachment>
        let publishedPorts: [PublishedPort]

        init(attachments: Few<Attachment>, publishedPorts: [PublishedPort]) {
            self.attachments = attachments
            self.publishedPorts = publishedPorts
        }
    }

    /// - Parameter attachments: its places in networks, in the order of the input.
    /// - Parameter node: the node that it runs on.
    /// - Parameter publishedPorts: the ports that it publishes on its node.
    init(
        service: Identifier, attachments: Few<Attachment> = Few(), node: Identifier? = nil,
        publishedPorts: [PublishedPort] = []
    ) {
        self.service = service
        nodeIndex = node?.index ?? -1
        if attachments.count <= 2, publishedPorts.isEmpty, let places = Self.places(of: attachments) {
            (first, second) = places
        } else {
            rest = Rest(attachments: attachments, publishedPorts: publishedPorts)
        }
    }

    /// Up to two attachments; `nil` if one has an address of another kind.
    private static func places(of attachments: Few<Attachment>) -> (Place, Place)? {
        var places = (Place(), Place())
        for (number, attachment) in attachments.enumerated() {
            guard let place = Place(attachment) else { return nil }
            if number == 0 { places.0 = place } else { places.1 = place }
        }
        return places
    }
}

extension Task {
    /// The node that it runs on.
    var node: Identifier? { nodeIndex < 0 ? nil : Identifier(index: nodeIndex) }

    /// The ports that it publishes on its node.
    var publishedPorts: [PublishedPort] { rest?.publishedPorts ?? [] }

    /// Its places in networks.
    var attachments: Few<Attachment> {
        if let rest { return rest.attachments }
        var attachments = Few<Attachment>()
        for place in [first, second] { if let attachment = place.attachment { attachments.append(attachment) } }
        return attachments
    }

    /// The lowest address on `network`, whatever the order of the input.
    func address(on network: Identifier) -> IPAddress? {
        if let rest { return rest.attachments.address(on: network) }
        let (one, other) = (first.address(on: network), second.address(on: network))
        let lowest = one == 0 ? other : other == 0 ? one : min(one, other)
        return lowest == 0 ? nil : .v4(lowest)
    }

    /// Whether it is attached to one of `networks`.
    func isAttached(to networks: KnownNetworks) -> Bool {
        if let rest { return rest.attachments.contains { networks.contains($0.network) } }
        return first.isIn(networks) || second.isIn(networks)
    }

    /// Gives its IDs the numbers that they have elsewhere: `numbers`, by those they have now.
    mutating func renumber(by numbers: [Identifier]) {
        service = numbers[Int(service.index)]
        if nodeIndex >= 0 { nodeIndex = numbers[Int(nodeIndex)].index }
        first.renumber(by: numbers)
        second.renumber(by: numbers)
        guard let rest else { return }
        var attachments = rest.attachments
        for index in attachments.indices {
            attachments[index].network = numbers[Int(attachments[index].network.index)]
        }
        self.rest = Rest(attachments: attachments, publishedPorts: rest.publishedPorts)
    }
}

extension Task.Place {
    /// `nil` for an IPv6 address.
    fileprivate init?(_ attachment: Attachment) {
        switch attachment.address {
        case nil: self.init(network: attachment.network.index)
        case .v4(let bits) where bits != 0: self.init(network: attachment.network.index, address: bits)
        default: return nil
        }
    }

    fileprivate var attachment: Attachment? {
        guard network >= 0 else { return nil }
        return Attachment(network: Identifier(index: network), address: address == 0 ? nil : .v4(address))
    }

    /// The bits of the address on `network`, 0 if there is none.
    fileprivate func address(on network: Identifier) -> UInt32 { self.network == network.index ? address : 0 }

    fileprivate func isIn(_ networks: KnownNetworks) -> Bool {
        network >= 0 && networks.contains(Identifier(index: network))
    }

    fileprivate mutating func renumber(by numbers: [Identifier]) {
        if network >= 0 { network = numbers[Int(network)].index }
    }
}

extension Task.Rest: Hashable {
    static func == (a: Task.Rest, b: Task.Rest) -> Bool {
        a.attachments == b.attachments && a.publishedPorts == b.publishedPorts
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(attachments)
        hasher.combine(publishedPorts)
    }
}

/// A port of a task that is published on the task's own node (`PublishMode` host).
struct PublishedPort: Hashable, Sendable {
    /// The port in the container.
    var target: Int
    /// The port on the node.
    var published: Int
}

/// A task's place in a network.
struct Attachment: Hashable, Sendable {
    var network: Identifier
    /// The lowest of its addresses there, IPv4 before IPv6; none while Swarm has given it none.
    var address: IPAddress?
}

extension Collection<Attachment> {
    /// The lowest address on `network`, whatever the order of the input.
    func address(on network: Identifier) -> IPAddress? {
        var lowest: IPAddress?
        for attachment in self where attachment.network == network {
            guard let address = attachment.address else { continue }
            if lowest.map({ address < $0 }) ?? true { lowest = address }
        }
        return lowest
    }
}
