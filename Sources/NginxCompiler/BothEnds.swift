import Synchronization

/// Items of a list that two threads take from its ends until they meet: neither waits long for the other, even where one
/// of them is slower, begins late or never does.
final class BothEnds<Item: Sendable>: Sendable {
    private let rest: Mutex<ArraySlice<Item>>

    /// How many items are taken at once.
    private let piece: Int

    init(_ items: ArraySlice<Item>, by piece: Int) {
        rest = Mutex(items)
        self.piece = piece
    }

    /// The next items from the beginning; none when all are taken.
    func takeFirst() -> ArraySlice<Item> {
        rest.withLock { [piece] rest in
            let taken = rest.prefix(piece)
            rest = rest.dropFirst(taken.count)
            return taken
        }
    }

    /// The next items from the end, in their order.
    func takeLast() -> ArraySlice<Item> {
        rest.withLock { [piece] rest in
            let taken = rest.suffix(piece)
            rest = rest.dropLast(taken.count)
            return taken
        }
    }
}
