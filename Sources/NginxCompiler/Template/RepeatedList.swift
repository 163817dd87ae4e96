/// A place of a template that writes a list of blocks, each as whole statements: what was written of a block the last time
/// can be repeated, as long as what the template names around the list has the same values.
struct RepeatedList: Sendable {
    /// Which of the template's lists it is.
    let number: Int
    /// What the template reads around the list from inside it.
    let reads: [OuterReads.Read]
}

/// What the items of a list read outside of themselves.
struct OuterReads {
    /// Reads one word or flag of the blocks around.
    typealias Read = @Sendable (KeptBlocks) -> OuterValue

    /// How many blocks are around the list.
    let depth: Int
    private(set) var reads: [Read] = []
    /// Whether `reads` is all: a list within a list, which might name anything, is not followed.
    private(set) var isComplete = true

    init(depth: Int) { self.depth = depth }

    /// Notes that the block at `index`, counted from the outermost, is asked for a field.
    mutating func note(_ field: Shape<KeptBlocks>, at index: Int) {
        guard index < depth else { return }
        switch field {
        case .word(_, let read): reads.append { .word(read($0)) }
        case .optional(_, let read): reads.append { .word(read($0)) }
        case .flag(let read): reads.append { .flag(read($0)) }
        case .words, .statements, .nested: isComplete = false
        }
    }
}

/// The value of a field outside of a list.
enum OuterValue: Equatable {
    case word(Word?)
    case flag(Bool)
}

extension TemplateCompiler {
    /// Compiles the body of a list, and tells whether its items can be repeated: in no other list, and written as whole
    /// statements.
    mutating func items<Child: TemplateBlock & AnyObject>(
        of type: Child.Type, for section: TemplateSection
    ) throws(TemplateError) -> (body: Program<Child>.Step, list: RepeatedList?) {
        guard outerReads == nil else { return (try program(of: type, for: section).step, nil) }
        outerReads = OuterReads(depth: enclosing.count)
        defer { outerReads = nil }
        let before = state
        let body = try program(of: type, for: section).step
        guard let outer = outerReads, outer.isComplete, before.isBetweenStatements, state.isBetweenStatements else {
            return (body, nil)
        }
        repeatedLists += 1
        return (body, RepeatedList(number: repeatedLists, reads: outer.reads))
    }
}

extension LexicalState {
    fileprivate var isBetweenStatements: Bool { mode == .gap && !isInStatement }
}
