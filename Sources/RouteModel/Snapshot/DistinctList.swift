/// A list that holds each element once, in the order in which they came.
///
/// Nearly always there are one or two, which are compared one by one; a set stands beside them once there are many,
/// so that an object with 100,000 entries takes no longer for each.
struct DistinctList<Element: Hashable> {
    private static var longestSearched: Int { 16 }

    private(set) var elements = Few<Element>()
    /// The elements again, once there are as many as `longestSearched`.
    private var known: Set<Element> = []

    mutating func append(_ element: Element) {
        guard !contains(element) else { return }
        elements.append(element)
        if elements.count == Self.longestSearched {
            known = Set(elements)
        } else if elements.count > Self.longestSearched {
            known.insert(element)
        }
    }

    private func contains(_ element: Element) -> Bool {
        elements.count < Self.longestSearched ? elements.contains(element) : known.contains(element)
    }
}
