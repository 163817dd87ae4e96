/// Text of a template, with what nginx reads in it.
struct Literal: Hashable, Sendable {
    /// The text.
    var bytes: [UInt8] = []

    /// The places where a word, a statement or a block begins or ends, in order; offsets from the first byte.
    var marks: [Mark] = []

    /// Adds the text that follows.
    mutating func append(_ other: Literal) {
        marks.append(contentsOf: other.marks.map { $0.moved(by: bytes.count) })
        bytes.append(contentsOf: other.bytes)
    }
}
