/// The networks that the input has told of so far.
///
/// By the networks' numbers, as every attachment of every task asks: 66,000 times at 1,000 networks.
struct KnownNetworks {
    private var isKnown: [Bool] = []

    func contains(_ id: Identifier) -> Bool { Int(id.index) < isKnown.count && isKnown[Int(id.index)] }

    mutating func insert(_ id: Identifier) {
        let index = Int(id.index)
        if index >= isKnown.count {
            isKnown += repeatElement(false, count: max(index + 1, 2 * isKnown.count) - isKnown.count)
        }
        isKnown[index] = true
    }
}
