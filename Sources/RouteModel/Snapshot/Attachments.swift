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
