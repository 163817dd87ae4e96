/// A template, or the body of a section, compiled for one type of block.
struct Program<Block>: Sendable {
    var instructions: [Instruction<Block>] = []
}

/// One step of a program.
enum Instruction<Block>: Sendable {
    /// Text of the template.
    case literal(Literal)
    /// A word of a field.
    case word(Place, @Sendable (Context<Block>) -> Word)
    /// The current item, which is a word.
    case item(Place)
    /// The current item, which is a raw statement.
    case statement
    /// The body, if the condition holds.
    case when(@Sendable (Context<Block>) -> Bool, Program<Block>)
    /// The body, if the condition does not hold.
    case unless(@Sendable (Context<Block>) -> Bool, Program<Block>)
    /// The body, with the word as its item, if there is one.
    case with(@Sendable (Context<Block>) -> Word?, Program<Block>)
    /// The body for each word.
    case eachWord(@Sendable (Context<Block>) -> [Word], Program<Block>)
    /// The body for each raw statement.
    case eachStatement(@Sendable (Context<Block>) -> [RawStatement], Program<Block>)
    /// A section over blocks; the block it stands in is kept under `keeping`, if it is named inside.
    case nested(keeping: Int?, Nested<Context<Block>>.Run)
}

extension Program {
    /// Writes what the program says about `context`.
    func run(_ context: Context<Block>, into renderer: inout Renderer) {
        // Through a span, which does not copy what it steps over: 38 ms where 41 were for 10,000 servers, 8 MB.
        let instructions = instructions.span
        for index in instructions.indices { instructions[index].run(context, into: &renderer) }
    }

    /// Adds text, to the text before it where possible.
    mutating func append(_ literal: Literal) {
        guard !literal.bytes.isEmpty else { return }
        guard case .literal(var last) = instructions.last else { return instructions.append(.literal(literal)) }
        last.append(literal)
        instructions[instructions.count - 1] = .literal(last)
    }

    /// Adds a program that runs next for the same block.
    mutating func append(_ other: Program) {
        for instruction in other.instructions {
            if case .literal(let literal) = instruction { append(literal) } else { instructions.append(instruction) }
        }
    }
}

extension Instruction {
    fileprivate func run(_ context: Context<Block>, into renderer: inout Renderer) {
        switch self {
        case .literal(let literal): renderer.write(literal)
        case .word(let place, let read): renderer.write(read(context), at: place)
        case .item(let place): if case .word(let word) = context.item { renderer.write(word, at: place) }
        case .statement: if case .statement(let statement) = context.item { renderer.write(statement) }
        case .when(let holds, let body): if holds(context) { body.run(context, into: &renderer) }
        case .unless(let holds, let body): if !holds(context) { body.run(context, into: &renderer) }
        case .with(let read, let body):
            if let word = read(context) { body.run(context, each: CollectionOfOne(Item.word(word)), into: &renderer) }
        case .eachWord(let read, let body): body.run(context, each: read(context).lazy.map(Item.word), into: &renderer)
        case .eachStatement(let read, let body):
            body.run(context, each: read(context).lazy.map(Item.statement), into: &renderer)
        case .nested(let depth, let run):
            run(
                context, depth.map { FrameOf(context.block, depth: $0, outer: context.frame) } ?? context.frame,
                &renderer)
        }
    }
}

extension Program {
    /// Writes the program once for each item.
    fileprivate func run(_ context: Context<Block>, each items: some Sequence<Item>, into renderer: inout Renderer) {
        var context = context
        for item in items {
            context.item = item
            run(context, into: &renderer)
        }
    }
}
