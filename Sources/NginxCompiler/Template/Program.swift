/// A template, or the body of a section, compiled for one type of block.
struct Program<Block>: Sendable {
    /// Writes what one instruction says about a context.
    ///
    /// A closure and no case of an enum: running one copies nothing, where taking a case apart counted references to
    /// everything in it. 10,000 servers took 38 ms that way.
    typealias Step = @Sendable (Context<Block>, inout Renderer) -> Void

    /// Text of the template, or a step.
    private enum Instruction {
        case literal(Literal)
        case step(Step)

        var step: Step {
            switch self {
            case .literal(let literal): { _, renderer in renderer.write(literal) }
            case .step(let step): step
            }
        }
    }

    private var instructions: [Instruction] = []

    /// One without instructions, and room for so many.
    init(capacity: Int) { instructions.reserveCapacity(capacity) }
}

extension Program {
    /// Adds text, to the text before it where possible.
    mutating func append(_ literal: Literal) {
        guard !literal.bytes.isEmpty else { return }
        guard case .literal(var last) = instructions.last else { return instructions.append(.literal(literal)) }
        instructions.removeLast()
        last.append(literal)
        instructions.append(.literal(last))
    }

    /// Adds a program that runs next for the same block.
    mutating func append(_ other: Program) {
        for instruction in other.instructions {
            if case .literal(let literal) = instruction { append(literal) } else { instructions.append(instruction) }
        }
    }

    mutating func append(_ step: @escaping Step) { instructions.append(.step(step)) }

    /// All instructions as one step.
    var step: Step { Self.sequence(instructions, instructions.indices) }

    /// Instructions one after the other, by halves: a step that holds two others runs them without counting references,
    /// which an array of steps does for each. Nor do steps pass through an array on their way here: Swift wraps a closure
    /// that comes out of one in two others, which took a tenth of the time of writing a file.
    private static func sequence(_ instructions: [Instruction], _ range: Range<Int>) -> Step {
        guard let first = range.first else { return { _, _ in } }
        guard range.count > 1 else { return instructions[first].step }
        let half = first + range.count / 2
        let (before, after) = (sequence(instructions, first..<half), sequence(instructions, half..<range.upperBound))
        return { context, renderer in
            before(context, &renderer)
            after(context, &renderer)
        }
    }
}

// MARK: Steps

extension Program {
    /// A word of a field.
    static func word(_ place: Place, _ read: @escaping @Sendable (Context<Block>) -> Word) -> Step {
        { context, renderer in renderer.write(read(context), at: place) }
    }

    /// The current item, which is a word.
    static func item(_ place: Place) -> Step {
        { context, renderer in if case .word(let word) = context.item { renderer.write(word, at: place) } }
    }

    /// The current item, which is a raw statement.
    static var statement: Step {
        { context, renderer in if case .statement(let statement) = context.item { renderer.write(statement) } }
    }

    /// The body, if the condition is as wanted.
    static func when(
        _ holds: @escaping @Sendable (Context<Block>) -> Bool, is wanted: Bool, _ body: @escaping Step
    ) -> Step {
        { context, renderer in if holds(context) == wanted { body(context, &renderer) } }
    }

    /// The body, with the word as its item, if there is one.
    static func with(_ read: @escaping @Sendable (Context<Block>) -> Word?, _ body: @escaping Step) -> Step {
        { context, renderer in if let word = read(context) { body(context.with(.word(word)), &renderer) } }
    }

    /// The body for each word.
    static func each(_ read: @escaping @Sendable (Context<Block>) -> [Word], _ body: @escaping Step) -> Step {
        { context, renderer in for word in read(context) { body(context.with(.word(word)), &renderer) } }
    }

    /// The body for each raw statement.
    static func each(_ read: @escaping @Sendable (Context<Block>) -> [RawStatement], _ body: @escaping Step) -> Step {
        { context, renderer in
            for statement in read(context) { body(context.with(.statement(statement)), &renderer) }
        }
    }

    /// A section over blocks; the block it stands in is kept under `depth`, if it is named inside.
    static func nested(keeping depth: Int?, _ run: @escaping Nested<Context<Block>>.Run) -> Step {
        guard let depth else { return { context, renderer in run(context, context.kept, &renderer) } }
        return { context, renderer in
            context.kept.keeping(context.block, at: depth) { run(context, $0, &renderer) }
        }
    }
}
