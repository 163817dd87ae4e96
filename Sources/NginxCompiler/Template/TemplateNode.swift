/// A part of a template.
enum TemplateNode: Sendable {
    /// Text, as bytes of the template.
    case text(Range<Int>)
    case value(TemplateTag)
    case section(TemplateSection)
    case partial(TemplateTag)
}

/// A section of a template, plain or inverted.
struct TemplateSection: Sendable {
    /// The tag that opens it.
    let opening: TemplateTag

    /// The tag that closes it.
    let closing: TemplateTag

    let body: [TemplateNode]
}
