/// How much the input has told of each network so far.
///
/// By the networks' numbers, as every attachment of every task asks: 66,000 times at 1,000 networks.
struct NetworkKnowledge {
    enum Level: UInt8 {
        case none
        /// What an attachment tells.
        case attached
        /// What the list of networks tells.
        case listed
    }

    private var levels: [Level] = []

    subscript(id: Identifier) -> Level {
        get { Int(id.index) < levels.count ? levels[Int(id.index)] : .none }
        set {
            let index = Int(id.index)
            if index >= levels.count {
                levels += repeatElement(.none, count: max(index + 1, 2 * levels.count) - levels.count)
            }
            levels[index] = newValue
        }
    }
}
