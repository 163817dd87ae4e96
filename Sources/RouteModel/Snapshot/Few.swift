/// A list of mostly one element, which stands in the list itself: no array is made for it.
///
/// At 1,000 networks the arrays of attachments alone took 2.4 MB.
struct Few<Element> {
    private var first: Element?
    private var others: [Element] = []

    mutating func append(_ element: Element) {
        if first == nil { first = element } else { others.append(element) }
    }
}

extension Few: Sendable where Element: Sendable {}
extension Few: Equatable where Element: Equatable {}
extension Few: Hashable where Element: Hashable {}

extension Few: RandomAccessCollection, MutableCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { first == nil ? 0 : 1 + others.count }

    subscript(index: Int) -> Element {
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
