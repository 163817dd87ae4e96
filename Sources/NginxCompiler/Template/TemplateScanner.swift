/// Finds the tags of a template.
struct TemplateScanner {
    private let source: TemplateSource

    /// The first byte behind the last tag and its lines.
    private var offset = 0

    private var bytes: [UInt8] { source.bytes }

    /// The tags of `source` in order; a line that holds one tag of a section, a partial or a comment leaves no text.
    static func tags(of source: TemplateSource) throws(TemplateError) -> [TemplateTag] {
        var scanner = TemplateScanner(source: source)
        var tags: [TemplateTag] = []
        while let start = scanner.find("{{", from: scanner.offset) {
            var tag = try scanner.tag(at: start)
            tag.extent = scanner.extent(of: tag)
            tags.append(tag)
            scanner.offset = tag.extent.upperBound
        }
        return tags
    }

    private init(source: TemplateSource) { self.source = source }

    /// The first place of two bytes at or after `start`.
    private func find(_ pair: StaticString, from start: Int) -> Int? {
        let first = pair.utf8Start[0]
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == first, bytes[offset + 1] == first { return offset }
            offset += 1
        }
        return nil
    }
}

// MARK: Tags

extension TemplateScanner {
    /// The tag whose braces begin at `start`.
    private func tag(at start: Int) throws(TemplateError) -> TemplateTag {
        guard bytes[start...].dropFirst(2).first != UInt8(ascii: "{") else {
            throw source.error("`{{{` is not a tag; put a blank between nginx's brace and the tag", at: start)
        }
        guard let end = find("}}", from: start + 2) else {
            throw source.error("the tag is not closed; end it with `}}`", at: start)
        }
        let range = start..<end + 2
        let text = trimmed(bytes[start + 2..<end])
        guard let role = text.first.flatMap(role) else {
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
    private func name(_ text: ArraySlice<UInt8>, at start: Int) throws(TemplateError) -> String {
        guard isName(text) || text.elementsEqual(".".utf8) else {
            throw source.error("a tag holds a name of letters, digits and `_`, with dots between", at: start)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func isName(_ text: ArraySlice<UInt8>) -> Bool {
        var last = UInt8(ascii: ".")
        for byte in text {
            guard isNameByte(byte) || byte == UInt8(ascii: ".") && last != byte else { return false }
            last = byte
        }
        return last != UInt8(ascii: ".")
    }

    private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: isBlankByte)
        while let last = text.last, isBlankByte(last) { text.removeLast() }
        return text
    }
}

// MARK: Lines

extension TemplateScanner {
    /// The tag itself, or the whole of its lines with the line break when nothing else stands on them.
    private func extent(of tag: TemplateTag) -> Range<Int> {
        guard tag.role != .value else { return tag.range }
        let before = bytes[offset..<tag.range.lowerBound]
        let after = bytes[tag.range.upperBound...]
        let indent = before.reversed().prefix(while: isLineBlank).count
        let start = tag.range.lowerBound - indent
        let tail = after.prefix(while: isLineBlank).count
        let end = tag.range.upperBound + tail
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
