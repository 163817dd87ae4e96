/// Finds the tags of a template.
struct TemplateScanner {
    private let source: TemplateSource

    /// Those of `source`, here since whatever belongs to a value is kept alive anew each time it is asked for.
    private let bytes: [UInt8]

    /// The first byte behind the last tag and its lines.
    private var offset = 0

    /// The tags of `source` in order; a line that holds one tag of a section, a partial or a comment leaves no text.
    static func tags(of source: TemplateSource) throws(TemplateError) -> [TemplateTag] {
        var scanner = TemplateScanner(source: source, bytes: source.bytes)
        var tags: [TemplateTag] = []
        tags.reserveCapacity(source.bytes.count / 32)
        while let start = scanner.find(UInt8(ascii: "{"), from: scanner.offset) {
            var tag = try scanner.tag(at: start)
            tag.extent = scanner.extent(of: tag)
            scanner.offset = tag.extent.upperBound
            tags.append(tag)
        }
        return tags
    }

    /// The first place of two bytes `byte` at or after `start`.
    private func find(_ byte: UInt8, from start: Int) -> Int? {
        var offset = start
        while offset + 1 < bytes.count {
            // A byte that is not `byte` is neither half of the pair.
            guard bytes[offset + 1] == byte else {
                offset += 2
                continue
            }
            if bytes[offset] == byte { return offset }
            offset += 1
        }
        return nil
    }
}

// MARK: Tags

extension TemplateScanner {
    /// The tag whose braces begin at `start`.
    private func tag(at start: Int) throws(TemplateError) -> TemplateTag {
        guard start + 2 == bytes.count || bytes[start + 2] != UInt8(ascii: "{") else {
            throw source.error("`{{{` is not a tag; put a blank between nginx's brace and the tag", at: start)
        }
        guard let end = find(UInt8(ascii: "}"), from: start + 2) else {
            throw source.error("the tag is not closed; end it with `}}`", at: start)
        }
        let range = start..<end + 2
        let text = trimmed(start + 2..<end)
        guard let role = text.isEmpty ? nil : role(bytes[text.lowerBound]) else {
            return TemplateTag(role: .value, name: try name(text, at: start), range: range, extent: range)
        }
        if role == .comment { return TemplateTag(role: role, name: "", range: range, extent: range) }
        return TemplateTag(
            role: role, name: try name(trimmed(text.dropFirst()), at: start), range: range, extent: range)
    }

    private func role(_ sigil: UInt8) -> TemplateTag.Role? {
        switch sigil {
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .definition
        default: nil
        }
    }

    /// A name: parts of letters, digits and `_`, joined by dots; or `.` alone.
    private func name(_ text: Range<Int>, at start: Int) throws(TemplateError) -> String {
        guard isName(text) || text.count == 1 && bytes[text.lowerBound] == UInt8(ascii: ".") else {
            throw source.error("a tag holds a name of letters, digits and `_`, with dots between", at: start)
        }
        return String(decoding: bytes[text], as: UTF8.self)
    }

    private func isName(_ text: Range<Int>) -> Bool {
        var last = UInt8(ascii: ".")
        for byte in bytes[text] {
            guard isNameByte(byte) || byte == UInt8(ascii: ".") && last != byte else { return false }
            last = byte
        }
        return last != UInt8(ascii: ".")
    }

    private func trimmed(_ text: Range<Int>) -> Range<Int> {
        var (start, end) = (text.lowerBound, text.upperBound)
        while start < end, isBlankByte(bytes[start]) { start += 1 }
        while start < end, isBlankByte(bytes[end - 1]) { end -= 1 }
        return start..<end
    }
}

// MARK: Lines

extension TemplateScanner {
    /// The tag itself, or the whole of its lines with the line break when nothing else stands on them.
    private func extent(of tag: TemplateTag) -> Range<Int> {
        guard tag.role != .value else { return tag.range }
        var (start, end) = (tag.range.lowerBound, tag.range.upperBound)
        while start > offset, isLineBlank(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isLineBlank(bytes[end]) { end += 1 }
        guard start == 0 || bytes[start - 1] == 0x0A, end == bytes.count || bytes[end] == 0x0A else { return tag.range }
        return start..<min(end + 1, bytes.count)
    }
}

/// Whether `byte` may stand in the name of a field, or of a variable of nginx.
func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        true
    default: false
    }
}

/// Whether `byte` is a blank that does not end a line.
private func isLineBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

private func isBlankByte(_ byte: UInt8) -> Bool { isLineBlank(byte) || byte == 0x0A }
