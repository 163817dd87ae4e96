/// Checks a template against nginx's grammar and the data model, and makes programs of it, in one walk.
struct TemplateCompiler {
    let source: TemplateSource
    let partials: [String: TemplateSection]

    /// The parts of the template outside its partials.
    private let nodes: [TemplateNode]

    /// Where nginx's reader stands after what was compiled so far.
    var state = LexicalState()

    /// The directives met so far.
    private(set) var directives = DirectiveNames()

    /// Bytes of the template compiled so far, as often as they were: partials are where they are used, and the body of a
    /// repeated section may be compiled twice.
    private var work = 0

    /// The most of them, some ten times what a template for all of nginx needs: a partial that uses another twice doubles
    /// them, and so do lists within lists.
    private static let mostWork = 400_000

    /// How many bodies of sections and partials stand in each other where the compiler is, itself included, and how many
    /// may: few enough for every stack, in a debug build too.
    private var nesting = 0
    private static let deepest = 100

    /// The blocks that are entered, outermost first, without the one being compiled.
    var enclosing: [EnclosingBlock] = []

    /// What the items of the list that is being compiled read outside of themselves; `nil` outside of lists.
    var outerReads: OuterReads?

    /// How many lists there are whose items can be repeated.
    var repeatedLists = 0

    /// The marks of the text that is being read: a copy of as many as there are takes half the memory that room for all
    /// there might be would.
    private var marks: [Mark] = []

    /// The partials that are being written, outermost first.
    private(set) var openPartials: [PartialUse] = []

    /// Reads the tags of a template.
    init(_ source: TemplateSource) throws(TemplateError) {
        let parser = try TemplateParser(source)
        self.source = source
        partials = parser.partials
        nodes = parser.nodes
    }

    /// Compiles the whole template for blocks of type `Root`.
    mutating func program<Root: TemplateBlock>(of type: Root.Type) throws(TemplateError) -> Program<Root> {
        let program = try program(of: nodes, in: Scope<Root>(depth: 0, section: nil))
        try checkEnd()
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
        let place = source.position(of: use.tag.range.lowerBound)
        return source.error(complaint.message + " (in the partial `\(use.tag.name)` as used at \(place))", at: offset)
    }
}

extension TemplateCompiler {
    /// Compiles `nodes`, one after the other.
    mutating func program<Block: TemplateBlock>(
        of nodes: [TemplateNode], in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block> {
        var program = Program<Block>(capacity: nodes.count)
        nesting += 1
        defer { nesting -= 1 }
        for node in nodes {
            try count(node)
            switch node {
            case .text(let range): program.append(try literal(range))
            case .value(let tag):
                program.append(try indentation(before: tag))
                program.append(try value(tag, in: scope))
            case .section(let section): program.append(try step(for: section, in: scope))
            case .partial(let tag): program.append(try partial(tag, in: scope))
            }
        }
        return program
    }

    private mutating func count(_ node: TemplateNode) throws(TemplateError) {
        work += node.range.count
        guard work <= Self.mostWork else {
            throw error(
                Complaint("partials and sections stand in each other too often to be compiled; use fewer"),
                at: node.range.lowerBound)
        }
        guard nesting <= Self.deepest else {
            throw error(
                Complaint("more than \(Self.deepest) sections and partials stand in each other; use fewer"),
                at: node.range.lowerBound)
        }
    }

    private mutating func literal(_ range: Range<Int>) throws(TemplateError) -> Literal {
        var literal = Literal()
        literal.bytes.reserveCapacity(range.count)
        marks.removeAll(keepingCapacity: true)
        // For itself, since whatever belongs to the compiler is fetched and kept alive anew for each byte.
        let bytes = source.bytes
        let indents = openPartials.last.map { !$0.indent.isEmpty } ?? false
        var written = range.lowerBound
        var offset = range.lowerBound
        while offset < range.upperBound {
            if indents, startsLine(offset) {
                literal.bytes.append(contentsOf: bytes[written..<offset])
                written = offset
                try indent(&literal, at: offset)
            }
            let rest = bytes.span.extracting(offset..<range.upperBound)
            offset += try read(rest, at: offset, marking: literal.bytes.count + offset - written)
        }
        literal.bytes.append(contentsOf: bytes[written..<offset])
        literal.marks.reserveCapacity(marks.count)
        literal.marks.append(contentsOf: marks)
        return literal
    }

    /// Reads a run of bytes at the beginning of `text`, which stands at the template's `offset`, or one byte; returns how
    /// many it read. What begins or ends there is marked at `place`.
    private mutating func read(
        _ text: Span<UInt8>, at offset: Int, marking place: Int
    ) throws(TemplateError) -> Int {
        let run = state.readRun(text, at: offset)
        if run.beginsWord { marks.append(Mark(event: .wordBegins, offset: place)) }
        guard run.count == 0 else { return run.count }
        let name = text[0] == UInt8(ascii: ";") ? state.name : []
        do throws(Complaint) {
            let events = try state.read(text[0], at: offset)
            if events.endsWord { marks.append(Mark(event: .wordEnds, offset: place)) }
            if let event = events.event {
                marks.append(Mark(event: event, offset: place))
                note(event, endingStatement: name)
            }
        } catch { throw self.error(error, at: offset) }
        return 1
    }

    /// Notes the directive that an event ends; `name` is that of a statement.
    private mutating func note(_ event: Mark.Event, endingStatement name: [UInt8]) {
        if event == .statementEnds { directives.insert(name, in: state.blocks[...]) }
        if event == .blockOpens, let block = state.blocks.last {
            directives.insert(block.name, in: state.blocks.dropLast())
        }
    }

    private mutating func partial<Block: TemplateBlock>(
        _ tag: TemplateTag, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block> {
        guard let partial = partials[tag.name] else {
            throw error(.unknown("partial", tag.name, among: partials.keys.sorted()), at: tag)
        }
        guard !openPartials.contains(where: { $0.tag.name == tag.name }) else {
            throw error(Complaint("the partial `\(tag.name)` includes itself; remove the tag"), at: tag)
        }
        let indent = (openPartials.last?.indent ?? []) + source.bytes[tag.indent]
        openPartials.append(PartialUse(tag: tag, indent: indent, start: partial.opening.range.upperBound))
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

// MARK: Indentation

/// A partial that is being written.
struct PartialUse {
    /// The tag that uses it.
    let tag: TemplateTag

    /// What is written before each of its lines: what stands before the tag, if that is alone on its line.
    let indent: [UInt8]

    /// The first byte of the partial.
    let start: Int
}

extension TemplateCompiler {
    /// Whether the byte at `offset` is the first of a line that a partial's tag indents.
    ///
    /// Lines that go on with a quoted or escaped word stay as they are: blanks there would become part of the word.
    private func startsLine(_ offset: Int) -> Bool {
        guard let last = openPartials.indices.last, !state.isInWord, !openPartials[last].indent.isEmpty else {
            return false
        }
        return offset == openPartials[last].start || source.bytes[offset - 1] == 0x0A
    }

    /// Writes the indentation of a line, unless the line is empty.
    private mutating func indent(_ literal: inout Literal, at offset: Int) throws(TemplateError) {
        guard source.bytes[offset] != 0x0A, source.bytes[offset] != 0x0D else { return }
        let indent = openPartials.last?.indent ?? []
        var start = 0
        while start < indent.count {
            let rest = indent.span.extracting(start...)
            start += try read(rest, at: offset, marking: literal.bytes.count + start)
        }
        literal.bytes += indent
    }

    private mutating func indentation(before value: TemplateTag) throws(TemplateError) -> Literal {
        var literal = Literal()
        if startsLine(value.range.lowerBound) { try indent(&literal, at: value.range.lowerBound) }
        return literal
    }
}
