/// A part of a template.
enum TemplateNode: Sendable {
    /// Text, as bytes of the template.
    case text(Range<Int>)
    case value(TemplateTag)
    /// Kept apart, so that the others take half as much memory.
    indirect case section(TemplateSection)
    case partial(TemplateTag)

    /// Its bytes in the template; of a section those of the tag that opens it.
    var range: Range<Int> {
        switch self {
        case .text(let range): range
        case .value(let tag), .partial(let tag): tag.range
        case .section(let section): section.opening.range
        }
    }
}

/// A section of a template, plain or inverted.
struct TemplateSection: Sendable {
    /// The tag that opens it.
    let opening: TemplateTag

    /// The tag that closes it.
    let closing: TemplateTag

    let body: [TemplateNode]
}
