/// A statement of nginx.conf as nginx gets it: quotes and escapes are gone.
struct Directive: Hashable, Sendable {
    /// The first word.
    let name: [UInt8]

    /// The words after it.
    var arguments: [[UInt8]]

    /// What stands between its braces; `nil` when it ends in `;`.
    var block: [Directive]?
}

/// The statements of a whole file, or of a text that could be one; throws what nginx would not read.
func directives(of file: [UInt8]) throws(ConfError) -> [Directive] {
    var reader = ConfReader()
    return try directives(of: file, with: &reader)
}

/// The statements up to the end of the block that `reader` is in.
private func directives(of file: [UInt8], with reader: inout ConfReader) throws(ConfError) -> [Directive] {
    var result: [Directive] = []
    var words: [[UInt8]] = []
    while true {
        switch try reader.next(in: file.span) {
        case .word(let word):
            words.append(word.value(in: file))
        case .statementEnd:
            result.append(Directive(name: words[0], arguments: Array(words.dropFirst())))
            words = []
        case .blockOpened:
            let block = try directives(of: file, with: &reader)
            result.append(Directive(name: words[0], arguments: Array(words.dropFirst()), block: block))
            words = []
        case .blockClosed, .end:
            return result
        }
    }
}
