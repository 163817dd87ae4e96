/// The operator's own text for a place where statements stand: one or more whole statements, balanced.
///
/// It cannot end a block that it has not opened, leave one open, or swallow what is written after it.
struct RawStatement: Hashable, Sendable {
    /// The text from the first statement to the last, and what nginx reads in it.
    let literal: Literal

    /// The statements, for those who need to know which directives are set.
    let directives: [Directive]

    /// Reads `text` with nginx's rules; adds the final `;` where it is missing, and drops a comment after it.
    ///
    /// Throws what is wrong, with the byte of `text` where it shows.
    init(_ text: some Sequence<UInt8>) throws(ConfError) {
        let statement = try CompletedStatement(Array(text))
        literal = Literal(bytes: statement.text, marks: statement.marks)
        directives = try NginxCompiler.directives(of: literal.bytes)
    }
}
