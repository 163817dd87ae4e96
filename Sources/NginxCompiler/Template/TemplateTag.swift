/// A `{{…}}` of a template.
struct TemplateTag: Hashable, Sendable {
    /// What a tag is for, by its first byte.
    enum Role: Hashable, Sendable {
        case value, section, inverted, close, comment, partial, definition
    }

    let role: Role

    /// The name as it was written: names with dots between them, or `.` for the current item; empty for a comment.
    let name: String

    /// The tag with its braces, as bytes of the template.
    let range: Range<Int>

    /// The bytes of the template that are not text because of the tag: the tag, or all of its lines if it leaves none.
    var extent: Range<Int>
}

extension TemplateTag {
    /// The name, split at its dots; `["."]` for the current item.
    var path: [String] {
        // In one piece, since texts give out their bytes one by one at ten times the price.
        let hasDots = name.utf8.withContiguousStorageIfAvailable { $0.contains(UInt8(ascii: ".")) } ?? true
        guard hasDots, name != "." else { return [name] }
        return name.utf8.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The blanks between the line's beginning and the tag, if it leaves no line; else empty.
    var indent: Range<Int> { extent.lowerBound..<range.lowerBound }
}
