/// What a program reads from while it runs: a block, the current item of a list, and the blocks around.
struct Context<Block> {
    let block: Block

    /// What `{{.}}` stands for.
    var item = Item.none

    /// The innermost block around this one that the template names from inside; `nil` when it names none.
    let frame: Frame?

    /// Enters a block.
    init(block: Block, frame: Frame?) {
        self.block = block
        self.frame = frame
    }
}

/// What `{{.}}` stands for.
enum Item {
    case none
    case word(Word)
    case statement(RawStatement)
}

/// A block that a template names from inside a section of it, kept while that section is written.
class Frame {
    /// How many blocks are around this one.
    let depth: Int

    /// The next block outwards that was kept.
    let outer: Frame?

    init(depth: Int, outer: Frame?) {
        self.depth = depth
        self.outer = outer
    }
}

/// A kept block with its type.
final class FrameOf<Block>: Frame {
    let block: Block

    init(_ block: Block, depth: Int, outer: Frame?) {
        self.block = block
        super.init(depth: depth, outer: outer)
    }

    /// The kept block at `depth`, at or outside `frame`.
    ///
    /// The compiler of templates keeps every block that it lets a template name, so the search never fails.
    static func block(at depth: Int, from frame: Frame?) -> Block {
        var candidate = frame
        while let frame = candidate {
            if frame.depth == depth, let found = frame as? FrameOf { return found.block }
            candidate = frame.outer
        }
        preconditionFailure("the block at depth \(depth) was not kept")
    }
}
