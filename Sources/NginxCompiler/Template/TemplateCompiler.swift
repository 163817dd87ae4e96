/// Checks a template against nginx's grammar and the data model, and makes programs of it, in one walk.
struct TemplateCompiler {
    let source: TemplateSource
    let partials: [String: TemplateSection]

    /// Where nginx's reader stands after what was compiled so far.
    var state = LexicalState()

    /// The blocks that are entered, outermost first, without the one being compiled.
    var enclosing: [EnclosingBlock] = []

    /// The partials that are being written, outermost first.
    var openPartials: [TemplateTag] = []

    /// Compiles a whole template for blocks of type `Root`.
    static func program<Root: TemplateBlock>(
        of type: Root.Type, from source: TemplateSource
    ) throws(TemplateError) -> Program<Root> {
        let parser = try TemplateParser(source)
        var compiler = TemplateCompiler(source: source, partials: parser.partials)
        let scope = Scope<Root>(depth: 0, section: nil)
        let program = try compiler.program(of: parser.nodes, in: scope)
        try compiler.checkEnd()
        return program
    }

    /// Compiles the body of a section over blocks of type `Child`.
    mutating func program<Child: TemplateBlock>(
        of type: Child.Type, for section: TemplateSection
    ) throws(TemplateError) -> Program<Child> {
        let scope = Scope<Child>(depth: enclosing.count, section: section.opening.path)
        return try program(of: section.body, in: scope)
    }

    /// An error that begins where `tag` does.
    func error(_ complaint: Complaint, at tag: TemplateTag) -> TemplateError {
        error(complaint, at: tag.range.lowerBound)
    }

    /// An error at a byte of the template; says where the partial is used that the byte belongs to.
    func error(_ complaint: Complaint, at offset: Int) -> TemplateError {
        guard let use = openPartials.last else { return source.error(complaint.message, at: offset) }
        let place = source.position(of: use.range.lowerBound)
        return source.error(complaint.message + " (in the partial `\(use.name)` as used at \(place))", at: offset)
    }
}

extension TemplateCompiler {
    /// Compiles `nodes`, one after the other.
    mutating func program<Block: TemplateBlock>(
        of nodes: [TemplateNode], in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block> {
        var program = Program<Block>()
        for node in nodes {
            switch node {
            case .text(let range): program.append(try literal(range))
            case .value(let tag): program.instructions.append(try value(tag, in: scope))
            case .section(let section): program.instructions.append(try instruction(for: section, in: scope))
            case .partial(let tag): program.append(try partial(tag, in: scope))
            }
        }
        return program
    }

    private mutating func literal(_ range: Range<Int>) throws(TemplateError) -> Literal {
        var literal = Literal(bytes: Array(source.bytes[range]))
        for offset in range {
            do throws(Complaint) {
                let events = try state.read(source.bytes[offset], at: offset)
                literal.marks += events.map { Mark(event: $0, offset: offset - range.lowerBound) }
            } catch { throw self.error(error, at: offset) }
        }
        return literal
    }

    private mutating func partial<Block: TemplateBlock>(
        _ tag: TemplateTag, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block> {
        guard let partial = partials[tag.name] else {
            throw error(.unknown("partial", tag.name, among: partials.keys.sorted()), at: tag)
        }
        guard !openPartials.contains(where: { $0.path == tag.path }) else {
            throw error(Complaint("the partial `\(tag.name)` includes itself; remove the tag"), at: tag)
        }
        openPartials.append(tag)
        defer { openPartials.removeLast() }
        return try program(of: partial.body, in: scope)
    }

    /// A template must end between statements, with every block closed.
    private func checkEnd() throws(TemplateError) {
        if case .quoted = state.mode {
            throw source.error("the quote opened here is not closed; close it", at: state.start)
        }
        guard !state.isInStatement else {
            throw source.error("the statement does not end after this word; add `;`", at: state.start)
        }
        guard let block = state.blocks.last else { return }
        throw source.error("the block opened here is not closed; add `}`", at: block.offset)
    }
}
