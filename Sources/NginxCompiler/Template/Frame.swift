/// A block that a template names from inside a section of it, kept while that section is written.
class Frame {
    /// How many blocks are around this one.
    let depth: Int

    /// The blocks outwards that were kept.
    fileprivate let outer: KeptBlocks

    fileprivate init(depth: Int, outer: KeptBlocks) {
        self.depth = depth
        self.outer = outer
    }
}

/// A kept block with its type.
private final class FrameOf<Block>: Frame {
    let block: Block

    init(_ block: Block, depth: Int, outer: KeptBlocks) {
        self.block = block
        super.init(depth: depth, outer: outer)
    }
}

/// The blocks around one that is being written that a template names from inside it.
///
/// Passed on without counting references: every server of a file would count one to the same few frames, and two threads
/// that write halves of one list would spend their time on handing those counters to each other. It holds for as long as
/// the call of `keeping` that it comes from, and nothing that is written there lasts longer.
struct KeptBlocks: @unchecked Sendable {
    /// No block.
    static let none = KeptBlocks(innermost: nil)

    private let innermost: Unmanaged<Frame>?

    /// Calls `write` with these blocks and one more, around which there are `depth` blocks.
    func keeping<Block>(_ block: Block, at depth: Int, _ write: (KeptBlocks) -> Void) {
        let frame = FrameOf(block, depth: depth, outer: self)
        withExtendedLifetime(frame) { write(KeptBlocks(innermost: .passUnretained(frame))) }
    }

    /// What `read` finds in the block at `depth`.
    ///
    /// The compiler of templates keeps every block that it lets a template name, so the search never fails; at one depth
    /// of one place of a template, blocks are of one type.
    @inline(__always)
    func read<Block, Result>(at depth: Int, _ read: (Block) -> Result) -> Result {
        var candidate = innermost
        while let frame = candidate {
            if frame._withUnsafeGuaranteedRef({ $0.depth }) == depth {
                return frame._withUnsafeGuaranteedRef { read(unsafeDowncast($0, to: FrameOf<Block>.self).block) }
            }
            candidate = frame._withUnsafeGuaranteedRef { $0.outer.innermost }
        }
        preconditionFailure("the block at depth \(depth) was not kept")
    }
}
