/// A task's places in networks.
///
/// Nearly all tasks have one, which stands in the value itself: at 1,000 networks an array for each took 2.4 MB.
struct Attachments: Hashable, Sendable {
    private var first: Attachment?
    private var others: [Attachment] = []

    mutating func append(_ attachment: Attachment) {
        if first == nil { first = attachment } else { others.append(attachment) }
    }
}

extension Attachments: RandomAccessCollection, MutableCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { first == nil ? 0 : 1 + others.count }

    subscript(index: Int) -> Attachment {
        get {
            if index == 0, let first { return first }
            return others[index - 1]
        }
        set {
            precondition(index < endIndex, "there is no such place")
            if index == 0 { first = newValue } else { others[index - 1] = newValue }
        }
    }
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
