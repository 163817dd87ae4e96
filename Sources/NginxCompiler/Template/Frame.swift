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
