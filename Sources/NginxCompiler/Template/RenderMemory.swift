/// The last file of one template, and where in it the items of its lists are.
final class RenderMemory {
    /// What was written of one list of the template.
    private struct List {
        /// The values of what the template reads around it.
        let outer: [OuterValue]
        var items = WrittenItems()
    }

    private(set) var file: [UInt8] = []
    /// The lists of `file` by their number, and those of the file that is being written.
    private var last: [Int: List] = [:]
    private var current: [Int: List] = [:]
    /// The list that is being written.
    private var open: (number: Int, list: List)?

    /// Begins the list of these blocks. `false` if the file that is being written has that list already: then nobody could
    /// tell its items from the others.
    func begin<Block: AnyObject>(_ list: RepeatedList, of blocks: [Block], in kept: KeptBlocks) -> Bool {
        guard current[list.number] == nil else {
            current[list.number] = List(outer: [])
            return false
        }
        let outer = list.reads.map { $0(kept) }
        let known = last.removeValue(forKey: list.number)
        open = (list.number, known.flatMap { $0.outer == outer ? $0 : nil } ?? List(outer: outer))
        open?.list.items.begin(blocks)
        return true
    }

    /// The blocks of the open list from `index` on that are one behind the other in `file` too: how many, and where. They
    /// will be repeated at `start` of the file that is being written. `nil` if the first is not in `file`.
    func repeatRun<Block: AnyObject>(
        of blocks: [Block], from index: Int, at start: Int
    ) -> (count: Int, bytes: Range<Int>)? {
        open?.list.items.repeatRun(of: blocks, from: index, at: start)
    }

    /// Notes where a block of the open list is in the file that is being written.
    func remember(_ block: AnyObject, at bytes: Range<Int>) {
        open?.list.items.remember(ObjectIdentifier(block), at: bytes)
    }

    func endList() {
        open?.list.items.keep()
        if let open { current[open.number] = open.list }
        open = nil
    }

    /// Makes the file that was written the last one; `nil`: there is none.
    func keep(_ file: [UInt8]?) {
        self.file = file ?? []
        last = file == nil ? [:] : current
        current = [:]
        open = nil
    }
}
