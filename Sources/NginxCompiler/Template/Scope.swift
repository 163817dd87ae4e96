/// The block that a part of a template is compiled for, and what can be named there.
struct Scope<Block> {
    /// How many blocks are around it.
    let depth: Int

    /// The name of the section that entered the block; `nil` for the whole template.
    let section: [String]?

    /// What `{{.}}` stands for.
    var item: ScopeItem?
}

/// What `{{.}}` stands for at one point of a template.
enum ScopeItem {
    case word(Word.Kind)
    case statement
}

/// A block around the one being compiled; its type is known only to the closures.
struct EnclosingBlock {
    /// How many blocks are around it.
    let depth: Int

    /// The names of its fields.
    let names: [String]

    /// What a name leads to in it, read from where it is kept.
    let find: (ArraySlice<String>) throws(Complaint) -> Shape<KeptBlocks>?

    /// Whether something inside names one of its fields, so that it has to be kept.
    var isNamed = false
}

extension Scope where Block: TemplateBlock {
    /// What a name leads to in the block itself, not around it.
    ///
    /// The name of the section may stand before a dot: inside `{{#zone}}`, `zone.name` is `name`.
    func find(_ path: ArraySlice<String>) throws(Complaint) -> Shape<Block>? {
        if let section, path.count > section.count, path.starts(with: section) {
            let rest = path.dropFirst(section.count)
            guard let shape = try Block.fields.find(rest) else {
                throw .unknown("field", rest.first ?? "", in: "in `\(Block.fields.name)`", among: names)
            }
            return shape
        }
        return try Block.fields.find(path)
    }

    /// The names of the block's fields.
    var names: [String] { Block.fields.all.map(\.name) }

    /// The same scope, as seen from a block inside it.
    var asEnclosing: EnclosingBlock {
        EnclosingBlock(
            depth: depth, names: names,
            find: { [self] (path) throws(Complaint) in
                try find(path)?.from(OuterBlock(depth: depth))
            })
    }
}
