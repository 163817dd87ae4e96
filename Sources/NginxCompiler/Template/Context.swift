/// What a program reads from while it runs: a block, the current item of a list, and the blocks around.
struct Context<Block> {
    let block: Block

    /// What `{{.}}` stands for.
    var item = Item.none

    /// The blocks around this one that the template names from inside.
    let kept: KeptBlocks

    /// Enters a block.
    init(block: Block, kept: KeptBlocks) {
        self.block = block
        self.kept = kept
    }

    /// The same block with another item.
    func with(_ item: Item) -> Self {
        var context = self
        context.item = item
        return context
    }
}

/// What `{{.}}` stands for.
enum Item {
    case none
    case word(Word)
    case statement(RawStatement)
}
