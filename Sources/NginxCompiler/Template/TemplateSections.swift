extension TemplateCompiler {
    /// Compiles a section, plain or inverted.
    mutating func step<Block: TemplateBlock>(
        for section: TemplateSection, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block>.Step {
        let shape = try shape(of: section.opening, in: scope)
        if section.opening.role == .inverted { return try inverted(section, over: shape, in: scope) }
        switch shape {
        case .word:
            throw error(
                Complaint("`\(section.opening.name)` is \(shape.summary); it cannot be a section"), at: section.opening)
        case .flag(let holds):
            return Program.when(holds, is: true, try body(of: section, item: scope.item, in: scope))
        case .optional(let kind, let read):
            return Program.with(read, try body(of: section, item: .word(kind), in: scope))
        case .words(let kind, let read):
            return Program.each(read, try body(of: section, repeats: true, item: .word(kind), in: scope))
        case .statements(let read):
            return Program.each(read, try body(of: section, repeats: true, item: .statement, in: scope))
        case .nested(let nested): return try self.nested(section, over: nested, in: scope)
        }
    }

    private mutating func inverted<Block: TemplateBlock>(
        _ section: TemplateSection, over shape: Shape<Context<Block>>, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block>.Step {
        guard let isPresent = shape.isPresent else {
            let complaint = Complaint("`\(section.opening.name)` is always there; remove the inverted section")
            throw error(complaint, at: section.opening)
        }
        return Program.when(isPresent, is: false, try body(of: section, item: scope.item, in: scope))
    }

    private mutating func body<Block: TemplateBlock>(
        of section: TemplateSection, repeats: Bool = false, item: ScopeItem?, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block>.Step {
        var inner = scope
        inner.item = item
        return try onEveryPath(through: section, repeats: repeats) { (compiler) throws(TemplateError) in
            try compiler.program(of: section.body, in: inner).step
        }
    }

    private mutating func nested<Block: TemplateBlock>(
        _ section: TemplateSection, over nested: Nested<Context<Block>>, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block>.Step {
        enclosing.append(scope.asEnclosing)
        let run = try onEveryPath(through: section, repeats: nested.isList) { (compiler) throws(TemplateError) in
            try nested.compile(section, &compiler)
        }
        let isNamed = enclosing.removeLast().isNamed
        return Program.nested(keeping: isNamed ? scope.depth : nil, run)
    }
}

extension TemplateCompiler {
    /// Compiles the body of a section that may be left out, and repeated, so that what follows always means the same.
    ///
    /// Where the body changes the state only as far as both can meet, it is compiled once more from where they meet.
    private mutating func onEveryPath<Result>(
        through section: TemplateSection, repeats: Bool,
        compile: (inout TemplateCompiler) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        try checkEdge(section.opening)
        let before = state
        var result = try compile(&self)
        try checkEdge(section.closing)
        let meeting = try meeting(of: before, and: state, at: section, repeats: repeats)
        if repeats, !meeting.readsOn(as: before) {
            state = meeting
            result = try compile(&self)
        }
        state = meeting
        return result
    }

    /// A section may not cut an escape or the beginning of a variable in two.
    private func checkEdge(_ tag: TemplateTag) throws(TemplateError) {
        guard state.isInWord, state.isEscaping || state.isDollar else { return }
        throw error(Complaint("a backslash or `$` stands directly before the tag; move it away"), at: tag)
    }

    private func meeting(
        of before: LexicalState, and after: LexicalState, at section: TemplateSection, repeats: Bool
    ) throws(TemplateError) -> LexicalState {
        let name = section.opening.name
        // Found for a message alone: to count lines for every section was most of the time that loading takes.
        var opened: TemplatePosition { source.position(of: section.opening.range.lowerBound) }
        guard let meeting = before.meeting(after) else {
            throw error(
                Complaint(
                    "the section `\(name)` ends \(after.summary), but begins \(before.summary) at \(opened); "
                        + "end it as it begins"),
                at: section.closing)
        }
        if repeats, before.start == after.start, after.length > before.length,
            before.isInWord || before.mode == .comment
        {
            throw error(
                Complaint(
                    "the section `\(name)`, opened at \(opened), repeats within one word; begin a new word in it"),
                at: section.closing)
        }
        return meeting
    }
}
