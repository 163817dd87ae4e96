/// Finds the statements of a file that can be moved, with nginx's own word rules: whoever wrote its template.
///
/// These are the `upstream` and `server` blocks directly in `http` and `stream`, and the lines of the `map` blocks there
/// but for nginx's commands (`default`, `hostnames`, `include`, `volatile`).
///
/// Words are kept as places in the file: with a copy of each a file of 1.7 MB took three times as long.
struct RunReader {
    private let file: [UInt8]
    private var reader: ConfReader
    private var runs: [StatementRun] = []
    /// The statements of the run that is being read.
    private var statements: [MovableStatement] = []
    /// The words of the statement that is being read, up to its `;` or `{`.
    private var words: [ConfWord] = []

    private init(_ file: [UInt8], from reader: ConfReader = ConfReader()) {
        self.file = file
        self.reader = reader
    }

    /// The runs of `file` in its order; throws what nginx would not read.
    static func runs(in file: [UInt8]) throws(ConfError) -> [StatementRun] {
        var reader = RunReader(file)
        let text = file.span
        while let end = try reader.readHead(in: text) {
            if end == .blockOpened, reader.begins("http", in: text) || reader.begins("stream", in: text) {
                try reader.readContext(reader.wordValues, in: text)
            } else {
                try reader.skipBlock(after: end, in: text)
            }
        }
        return reader.runs
    }

    /// What stands in `http` or `stream`.
    private mutating func readContext(_ place: [[UInt8]], in text: Span<UInt8>) throws(ConfError) {
        var start = lineEnd(after: reader.offset, in: text)
        while let end = try readHead(in: text) {
            if try !addBlock(after: end, from: start, in: text) {
                endRun(in: place)
                if end == .blockOpened, begins("map", in: text) {
                    try readMap(in: place + wordValues, text)
                } else {
                    try skipBlock(after: end, in: text)
                }
            }
            start = lineEnd(after: reader.offset, in: text)
        }
        endRun(in: place)
    }

    /// Adds the block that was opened, if it can be moved, and reads to its end.
    private mutating func addBlock(
        after end: ConfEvent, from start: Int, in text: Span<UInt8>
    ) throws(ConfError) -> Bool {
        guard end == .blockOpened else { return false }
        if begins("upstream", in: text) {
            let name = words.count > 1 ? words[1] : nil
            try skipBlock(after: end, in: text)
            add(.upstream, name, from: start, in: text)
            return true
        }
        guard begins("server", in: text) else { return false }
        let server = try readServer(in: text)
        add(.server, server.name, server.listeners, from: start, in: text)
        return true
    }

    private mutating func readServer(
        in text: Span<UInt8>
    ) throws(ConfError) -> (name: ConfWord?, listeners: [ConfWord]) {
        var (name, listeners): (ConfWord?, [ConfWord]) = (nil, [])
        while let end = try readHead(in: text) {
            if end == .statementEnd, words.count > 1 {
                if name == nil, begins("server_name", in: text) { name = words[1] }
                if begins("listen", in: text) { listeners += words.dropFirst() }
            }
            try skipBlock(after: end, in: text)
        }
        return (name, listeners)
    }

    private mutating func readMap(in place: [[UInt8]], _ text: Span<UInt8>) throws(ConfError) {
        var start = lineEnd(after: reader.offset, in: text)
        while let end = try readHead(in: text) {
            if !addLine(after: end, from: start, in: text) {
                endRun(in: place)
                try skipBlock(after: end, in: text)
            }
            start = lineEnd(after: reader.offset, in: text)
        }
        endRun(in: place)
    }

    /// Adds the line of a map, if it can be moved.
    private mutating func addLine(after end: ConfEvent, from start: Int, in text: Span<UInt8>) -> Bool {
        guard words.count == 2, end == .statementEnd, !isMapKeyword(words[0], in: text) else { return false }
        add(.line, words[0], from: start, in: text)
        return true
    }

    // MARK: Runs

    /// The statements of a part of a run, which is in a map if `isMap`; `nil` if other statements stand there too, or the
    /// last one does not end where the part does.
    static func statements(in part: Range<Int>, ofMap isMap: Bool, of file: [UInt8]) -> [MovableStatement]? {
        var start = ConfReader(inside: isMap ? 2 : 1)
        start.pass(over: part.lowerBound)
        var reader = RunReader(file, from: start)
        let text = file.span
        var offset = part.lowerBound
        do throws(ConfError) {
            while offset < part.upperBound {
                guard let end = try reader.readHead(in: text) else { return nil }
                let isAdded =
                    isMap
                    ? reader.addLine(after: end, from: offset, in: text)
                    : try reader.addBlock(after: end, from: offset, in: text)
                guard isAdded else { return nil }
                offset = reader.lineEnd(after: reader.reader.offset, in: text)
            }
        } catch {
            return nil
        }
        return offset == part.upperBound ? reader.statements : nil
    }

    private mutating func add(
        _ kind: MovableStatement.Kind, _ name: ConfWord?, _ listeners: [ConfWord] = [], from start: Int,
        in text: Span<UInt8>
    ) {
        let range = start..<lineEnd(after: reader.offset, in: text)
        statements.append(MovableStatement(kind: kind, name: name, listeners: listeners, range: range))
    }

    private mutating func endRun(in place: [[UInt8]]) {
        guard !statements.isEmpty else { return }
        runs.append(StatementRun(place: place, statements: statements))
        statements = []
    }

    /// Where the line ends on which a statement ended, if nothing but blanks and a comment follows on it; else where the
    /// statement ended. Two statements can be parted there: the place is in no comment, and no line is torn.
    private func lineEnd(after end: Int, in text: Span<UInt8>) -> Int {
        var isComment = false
        for offset in end..<text.count {
            switch text[offset] {
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
    /// Reads the words of the next statement of the block that the reader is in, and tells what ends them: a `;` or a
    /// `{`; `nil` at the end of the block, which is read.
    private mutating func readHead(in text: Span<UInt8>) throws(ConfError) -> ConfEvent? {
        words.removeAll(keepingCapacity: true)
        while true {
            switch try reader.next(in: text) {
            case .word(let word): words.append(word)
            case .statementEnd: return .statementEnd
            case .blockOpened: return .blockOpened
            case .blockClosed, .end: return nil
            }
        }
    }

    /// The words of the statement as a directive gets them.
    private var wordValues: [[UInt8]] { words.map { $0.value(in: file) } }

    /// Whether the statement begins with this word.
    private func begins(_ name: String, in text: Span<UInt8>) -> Bool { words[0].says(name, in: text) }

    private func isMapKeyword(_ word: ConfWord, in text: Span<UInt8>) -> Bool {
        Quoting.mapKeywords.contains { word.says($0, in: text) }
    }

    /// Reads to the end of the block that was opened, if `end` is that of a block's words.
    private mutating func skipBlock(after end: ConfEvent, in text: Span<UInt8>) throws(ConfError) {
        guard end == .blockOpened else { return }
        let depth = reader.depth
        while reader.depth >= depth { _ = try reader.next(in: text) }
    }
}
