/// Why a template cannot be loaded: the first thing wrong with it, and what to do.
public struct TemplateError: Error, Hashable {
    /// The template's name, as it was given.
    let template: String

    /// Where it is wrong.
    let position: TemplatePosition

    /// What is wrong; names the other place itself where there is one.
    let message: String
}

extension TemplateError: CustomStringConvertible {
    /// One line: `nginx.conf.template:12:7: no field …`
    public var description: String { "\(template):\(position): \(message)" }
}

/// A place in a template; both numbers are 1-based, and columns count bytes.
struct TemplatePosition: Hashable, CustomStringConvertible {
    let line: Int
    let column: Int

    /// `12:7`
    var description: String { "\(line):\(column)" }

    /// The place of the byte at `offset`, or of the end of `text`.
    init(of offset: Int, in text: [UInt8]) {
        let before = text.prefix(offset)
        line = 1 + before.count { $0 == 0x0A }
        column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    }
}

/// What is wrong with something whose place its finder does not know.
struct Complaint: Error, Hashable {
    let message: String

    init(_ message: String) { self.message = message }
}
