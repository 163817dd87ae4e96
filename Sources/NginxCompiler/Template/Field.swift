/// One field of a block: its name, what it means and how it is read.
struct Field<Block>: Sendable {
    /// How templates name it: letters, digits and `_`.
    let name: String

    /// What it means, in a line of `template --fields`.
    let meaning: String

    /// What it holds.
    let shape: Shape<Block>
}

extension Field {
    /// A word that is always there.
    static func word(
        _ name: String, _ kind: Word.Kind, _ meaning: String, _ read: @escaping @Sendable (Block) -> Word
    ) -> Self { Self(name: name, meaning: meaning, shape: .word(kind, read)) }

    /// A word that may be absent: a section, in which `{{.}}` is the word.
    static func optional(
        _ name: String, _ kind: Word.Kind, _ meaning: String, _ read: @escaping @Sendable (Block) -> Word?
    ) -> Self { Self(name: name, meaning: meaning, shape: .optional(kind, read)) }

    /// A condition: a section that holds nothing of its own.
    static func flag(_ name: String, _ meaning: String, _ read: @escaping @Sendable (Block) -> Bool) -> Self {
        Self(name: name, meaning: meaning, shape: .flag(read))
    }

    /// A list of words: a section, repeated, in which `{{.}}` is the word.
    static func words(
        _ name: String, _ kind: Word.Kind, _ meaning: String, _ read: @escaping @Sendable (Block) -> [Word]
    ) -> Self { Self(name: name, meaning: meaning, shape: .words(kind, read)) }

    /// A list of raw statements: a section, repeated, in which `{{.}}` is the statement.
    static func statements(
        _ name: String, _ meaning: String, _ read: @escaping @Sendable (Block) -> [RawStatement]
    ) -> Self { Self(name: name, meaning: meaning, shape: .statements(read)) }

    /// A list of blocks: a section, repeated, in which the block's fields can be named.
    static func blocks<Child: TemplateBlock>(
        _ name: String, _ type: Child.Type, _ meaning: String, _ read: @escaping @Sendable (Block) -> [Child]
    ) -> Self { Self(name: name, meaning: meaning, shape: .nested(.list(of: type, read))) }

    /// A list of blocks that are objects: what was written of one that is in the next file too can be repeated there.
    static func blocks<Child: TemplateBlock & AnyObject>(
        _ name: String, _ type: Child.Type, _ meaning: String, _ read: @escaping @Sendable (Block) -> [Child]
    ) -> Self { Self(name: name, meaning: meaning, shape: .nested(.list(ofObjects: type, read))) }

    /// A block that may be absent: a section in which its fields can be named.
    static func block<Child: TemplateBlock>(
        _ name: String, _ type: Child.Type, _ meaning: String, _ read: @escaping @Sendable (Block) -> Child?
    ) -> Self { Self(name: name, meaning: meaning, shape: .nested(.optional(type, read))) }

    /// A block that is always there: its fields are named with a dot, or inside its section.
    static func part<Child: TemplateBlock>(
        _ name: String, _ type: Child.Type, _ meaning: String, _ read: @escaping @Sendable (Block) -> Child
    ) -> Self { Self(name: name, meaning: meaning, shape: .nested(.part(type, read))) }
}
