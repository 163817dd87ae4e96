/// A `{{…}}` of a template.
struct TemplateTag: Hashable, Sendable {
    /// What a tag is for, by its first byte.
    enum Role: Hashable, Sendable {
        case value, section, inverted, close, comment, partial, definition
    }

    let role: Role

    /// The name, split at its dots; `["."]` for the current item, empty for a comment.
    let path: [String]

    /// The tag with its braces, as bytes of the template.
    let range: Range<Int>

    /// The blanks between the line's beginning and the tag, if it leaves no line; else empty.
    var indent: Range<Int>

    /// The name as it was written.
    var name: String { path.count == 1 ? path[0] : path.joined(separator: ".") }
}

/// A piece of a template: text between tags, or a tag.
enum TemplateToken: Hashable, Sendable {
    case text(Range<Int>)
    case tag(TemplateTag)
}
