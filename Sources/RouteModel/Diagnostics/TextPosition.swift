/// A place in a text that a person edits.
///
/// Columns count bytes, as compilers' messages do, so that no editor's idea of a character matters.
public struct TextPosition: Hashable, Sendable {
    /// 1-based.
    public let line: Int
    /// 1-based, in bytes from the start of the line.
    public let column: Int

    /// Both numbers begin at 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension TextPosition: Comparable {
    /// Reading order.
    public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension TextPosition: CustomStringConvertible {
    /// `line:column`, the form that editors and terminals turn into a link.
    public var description: String { "\(line):\(column)" }
}
