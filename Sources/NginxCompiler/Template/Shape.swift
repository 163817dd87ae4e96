/// What a field holds and how it is read from `Input`.
enum Shape<Input>: Sendable {
    case word(Word.Kind, @Sendable (Input) -> Word)
    case optional(Word.Kind, @Sendable (Input) -> Word?)
    case flag(@Sendable (Input) -> Bool)
    case words(Word.Kind, @Sendable (Input) -> [Word])
    case statements(@Sendable (Input) -> [RawStatement])
    case nested(Nested<Input>)
}

extension Shape {
    /// The same field, read from what leads to its owner.
    func from<Other: Way>(_ way: Other) -> Shape<Other.Source> where Other.Block == Input {
        switch self {
        case .word(let kind, let read): .word(kind) { way.read(from: $0, read) }
        case .optional(let kind, let read): .optional(kind) { way.read(from: $0, read) }
        case .flag(let read): .flag { way.read(from: $0, read) }
        case .words(let kind, let read): .words(kind) { way.read(from: $0, read) }
        case .statements(let read): .statements { way.read(from: $0, read) }
        case .nested(let nested): .nested(nested.from(way))
        }
    }

    /// Whether there is anything to enter a section for; `nil` when there always is.
    var isPresent: (@Sendable (Input) -> Bool)? {
        switch self {
        case .word: nil
        case .optional(_, let read): { read($0) != nil }
        case .flag(let read): read
        case .words(_, let read): { !read($0).isEmpty }
        case .statements(let read): { !read($0).isEmpty }
        case .nested(let nested): nested.isPresent
        }
    }

    /// What the field holds, for messages and listings.
    var summary: String {
        switch self {
        case .word(let kind, _): "a \(kind.noun)"
        case .optional(let kind, _): "an optional \(kind.noun)"
        case .flag: "a flag"
        case .words(let kind, _): "a list of \(kind.noun)s"
        case .statements: "a list of statements"
        case .nested(let nested): nested.summary
        }
    }
}

extension Word.Kind {
    /// The kind as an English noun.
    var noun: String { self == .address ? "socket address" : self == .url ? "URL" : rawValue }
}
