/// A statement that says the same to nginx when it stands in an included file.
struct MovableStatement {
    enum Kind: String {
        case upstream, server
        /// A line of a `map`.
        case line
    }

    let kind: Kind
    /// What it is for: the name of an upstream, those of a server, what a line of a `map` begins with.
    let names: [[UInt8]]
    /// The words behind a server's `listen`.
    let listeners: [[UInt8]]
    /// Its bytes, those before it since the line that the last statement ended on, and the rest of its own last line.
    let range: Range<Int>

    /// What stays when a service is scaled, moved, or gets other options. A host's servers for plain HTTP and for TLS
    /// have different ones. Of a server that hosts share the first name tells it from all others, while the rest come and
    /// go.
    var key: [UInt8] {
        Array(([Array(kind.rawValue.utf8)] + names.prefix(1) + listeners).joined(separator: [0]))
    }
}
