/// A place in a text that somebody edits or sends: what an error message names.
public struct TextPosition: Hashable, Sendable {
    /// The line, the first being 1. Lines end in LF.
    public let line: Int
    /// The column, the first being 1, counted in bytes.
    public let column: Int

    /// A place; both numbers count from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension TextPosition: Comparable {
    /// Order in the text.
    public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
