/// How a program comes from what it reads from to the block that has a field.
///
/// A type of its own and no closure that returns the block: that would count a reference to the block for every word.
protocol Way<Source, Block>: Sendable {
    associatedtype Source
    associatedtype Block

    /// What `read` finds in the block.
    func read<Result>(from source: Source, _ read: (Block) -> Result) -> Result
}

/// The block of a context.
struct OwnBlock<Block>: Way {
    @inline(__always)
    func read<Result>(from context: Context<Block>, _ read: (Block) -> Result) -> Result { read(context.block) }
}

/// A block around that of a context.
struct OuterBlock<Block>: Way {
    /// How many blocks are around it.
    let depth: Int

    @inline(__always)
    func read<Result>(from kept: KeptBlocks, _ read: (Block) -> Result) -> Result { kept.read(at: depth, read) }
}

/// What a context knows of the blocks around its own.
struct Outside<Block>: Way {
    @inline(__always)
    func read<Result>(from context: Context<Block>, _ read: (KeptBlocks) -> Result) -> Result { read(context.kept) }
}

/// A block that is always there in another.
struct Part<Whole, Block>: Way {
    let block: @Sendable (Whole) -> Block

    func read<Result>(from whole: Whole, _ read: (Block) -> Result) -> Result { read(block(whole)) }
}
