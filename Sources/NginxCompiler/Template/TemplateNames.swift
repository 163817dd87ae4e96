extension TemplateCompiler {
    /// What the name of a tag leads to: in the block itself, else in the nearest block around it that has it.
    mutating func shape<Block: TemplateBlock>(
        of tag: TemplateTag, in scope: Scope<Block>
    ) throws(TemplateError) -> Shape<Context<Block>> {
        let path = tag.path[...]
        do throws(Complaint) {
            if let own = try scope.find(path) { return own.from(OwnBlock()) }
            for index in enclosing.indices.reversed() {
                guard let outer = try enclosing[index].find(path) else { continue }
                enclosing[index].isNamed = true
                outerReads?.note(outer, at: index)
                return outer.from(Outside())
            }
            let known = scope.names + enclosing.reversed().flatMap(\.names)
            throw .unknown("field", path[0], among: known)
        } catch { throw self.error(error, at: tag) }
    }

    /// Compiles a value.
    mutating func value<Block: TemplateBlock>(
        _ tag: TemplateTag, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block>.Step {
        if tag.name == "." { return try item(tag, in: scope) }
        let shape = try shape(of: tag, in: scope)
        guard case .word(let kind, let read) = shape else {
            throw error(Complaint("`\(tag.name)` is \(shape.summary); use \(shape.usage(tag.name))"), at: tag)
        }
        return Program.word(try place(for: kind, at: tag), read)
    }

    private mutating func item<Block: TemplateBlock>(
        _ tag: TemplateTag, in scope: Scope<Block>
    ) throws(TemplateError) -> Program<Block>.Step {
        switch scope.item {
        case .word(let kind): return Program.item(try place(for: kind, at: tag))
        case .statement:
            guard state.mode == .gap, !state.isInStatement else {
                throw error(Complaint("a raw statement can only stand where a statement begins"), at: tag)
            }
            return Program.statement
        case nil:
            throw error(Complaint("`.` is the item of a list or of an optional word; there is none here"), at: tag)
        }
    }

    private mutating func place(for kind: Word.Kind, at tag: TemplateTag) throws(TemplateError) -> Place {
        do throws(Complaint) {
            return try state.read(kind, at: tag.range.lowerBound)
        } catch { throw self.error(error, at: tag) }
    }
}

extension Shape {
    /// How a field called `name`, which is no plain word, is used.
    fileprivate func usage(_ name: String) -> String {
        switch self {
        case .optional, .words, .statements: "{{#\(name)}}…{{.}}…{{/\(name)}}"
        default: "{{#\(name)}}…{{/\(name)}}"
        }
    }
}
