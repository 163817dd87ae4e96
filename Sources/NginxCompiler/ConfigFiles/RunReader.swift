/// Finds the statements of a file that can be moved, with nginx's own word rules: whoever wrote its template.
///
/// These are the `upstream` and `server` blocks directly in `http` and `stream`, and the lines of the `map` blocks there
/// but for nginx's commands (`default`, `hostnames`, `include`, `volatile`).
struct RunReader {
    private let file: [UInt8]
    private var reader = ConfReader()
    private var runs: [StatementRun] = []
    /// The statements of the run that is being read.
    private var statements: [MovableStatement] = []

    private init(_ file: [UInt8]) { self.file = file }

    /// The runs of `file` in its order; throws what nginx would not read.
    static func runs(in file: [UInt8]) throws(ConfError) -> [StatementRun] {
        var reader = RunReader(file)
        while let head = try reader.nextHead() {
            if head.opens("http") || head.opens("stream") {
                try reader.readContext(head.words[0])
            } else {
                try reader.skipBlock(of: head)
            }
        }
        return reader.runs
    }

    /// What stands in `http` or `stream`.
    private mutating func readContext(_ name: [UInt8]) throws(ConfError) {
        var start = lineEnd(after: reader.offset)
        while let head = try nextHead() {
            if head.opens("upstream") {
                try skipBlock(of: head)
                add(.upstream, head.words.dropFirst().prefix(1).map { $0 }, from: start)
            } else if head.opens("server") {
                let server = try readServer()
                add(.server, server.names, server.listeners, from: start)
            } else {
                endRun(in: [name])
                if head.opens("map") { try readMap(in: [name] + head.words) } else { try skipBlock(of: head) }
            }
            start = lineEnd(after: reader.offset)
        }
        endRun(in: [name])
    }

    private mutating func readServer() throws(ConfError) -> (names: [[UInt8]], listeners: [[UInt8]]) {
        var (names, listeners): ([[UInt8]], [[UInt8]]) = ([], [])
        while let head = try nextHead() {
            if head.sets("server_name") { names += head.words.dropFirst() }
            if head.sets("listen") { listeners += head.words.dropFirst() }
            try skipBlock(of: head)
        }
        return (names, listeners)
    }

    private mutating func readMap(in place: [[UInt8]]) throws(ConfError) {
        var start = lineEnd(after: reader.offset)
        while let head = try nextHead() {
            if head.words.count == 2, !head.opensBlock, !Quoting.isMapKeyword(head.words[0]) {
                add(.line, [head.words[0]], from: start)
            } else {
                endRun(in: place)
                try skipBlock(of: head)
            }
            start = lineEnd(after: reader.offset)
        }
        endRun(in: place)
    }

    // MARK: Runs

    private mutating func add(
        _ kind: MovableStatement.Kind, _ names: [[UInt8]], _ listeners: [[UInt8]] = [], from start: Int
    ) {
        let range = start..<lineEnd(after: reader.offset)
        statements.append(MovableStatement(kind: kind, names: names, listeners: listeners, range: range))
    }

    private mutating func endRun(in place: [[UInt8]]) {
        guard !statements.isEmpty else { return }
        runs.append(StatementRun(place: place, statements: statements))
        statements = []
    }

    /// Where the line ends on which a statement ended, if nothing but blanks and a comment follows on it; else where the
    /// statement ended. Two statements can be parted there: the place is in no comment, and no line is torn.
    private func lineEnd(after end: Int) -> Int {
        var isComment = false
        for offset in end..<file.count {
            switch file[offset] {
            case 0x0A: return offset + 1
            case UInt8(ascii: "#"): isComment = true
            case 0x20, 0x09, 0x0D: break
            default: if !isComment { return end }
            }
        }
        return end
    }
}

// MARK: Statements

extension RunReader {
    /// A statement up to its `;` or `{`.
    private struct Head {
        var words: [[UInt8]] = []
        var opensBlock = false

        func opens(_ name: String) -> Bool { opensBlock && words[0].elementsEqual(name.utf8) }
        func sets(_ name: String) -> Bool { !opensBlock && words[0].elementsEqual(name.utf8) }
    }

    /// The next statement of the block that the reader is in; `nil` at its end, which is read.
    private mutating func nextHead() throws(ConfError) -> Head? {
        let file = file
        var head = Head()
        while true {
            switch try reader.next(in: file.span) {
            case .word(let word): head.words.append(word.value(in: file))
            case .statementEnd: return head
            case .blockOpened:
                head.opensBlock = true
                return head
            case .blockClosed, .end: return nil
            }
        }
    }

    /// Reads to the end of the block that `head` opened, if it did.
    private mutating func skipBlock(of head: Head) throws(ConfError) {
        guard head.opensBlock else { return }
        let file = file
        let depth = reader.depth
        while reader.depth >= depth { _ = try reader.next(in: file.span) }
    }
}
