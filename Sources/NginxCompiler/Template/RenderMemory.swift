import RouteModel

/// The last file of one template, and where in it the items of its lists are.
final class RenderMemory {
    /// Where in the file a block is.
    private struct Item {
        let block: AnyObject
        let bytes: Range<Int>
    }

    /// What was written of one list of the template.
    private struct List {
        /// The values of what the template reads around it.
        let outer: [OuterValue]
        var items = OrderedMemory<Item>()
    }

    private(set) var file: [UInt8] = []
    /// The lists of `file` by their number, and those of the file that is being written.
    private var last: [Int: List] = [:]
    private var current: [Int: List] = [:]
    /// The list that is being written.
    private var open: (number: Int, list: List)?

    /// Begins a list. `false` if the file that is being written has that list already: then nobody could tell its items
    /// from the others.
    func begin(_ list: RepeatedList, in kept: KeptBlocks) -> Bool {
        guard current[list.number] == nil else {
            current[list.number] = List(outer: [])
            return false
        }
        let outer = list.reads.map { $0(kept) }
        let known = last.removeValue(forKey: list.number)
        open = (list.number, known.flatMap { $0.outer == outer ? $0 : nil } ?? List(outer: outer))
        return true
    }

    /// Where in `file` a block of the open list is.
    func place(of block: AnyObject) -> Range<Int>? { open?.list.items.find { $0.block === block }?.bytes }

    /// Notes where a block of the open list is in the file that is being written.
    func remember(_ block: AnyObject, at bytes: Range<Int>) {
        open?.list.items.remember(Item(block: block, bytes: bytes))
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
