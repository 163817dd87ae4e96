import RouteModel

/// The file while it is written; nothing else appends to it.
struct Renderer: ~Copyable {
    /// The file so far.
    private var bytes: [UInt8] = []

    /// The second opinion on the file so far.
    private var readBack = ReadBack()

    /// The last file, if what has not changed in it is to be repeated.
    private let memory: RenderMemory?

    /// Where the item of a list begins that is being written, with the blocks that are open there; `nil` where it does
    /// not begin between statements.
    private var item: (start: Int, depth: Int)?

    init(capacity: Int, remembering memory: RenderMemory? = nil) {
        self.memory = memory
        bytes.reserveCapacity(capacity)
    }

    /// The whole file; throws when nginx would not read in it what was written.
    consuming func finish() throws(RenderError) -> [UInt8] {
        try readBack.finish(bytes)
        return bytes
    }

    /// Writes text of the template.
    mutating func write(_ literal: borrowing Literal) {
        let base = bytes.count
        // By pointer: to append an array counts a reference to it.
        literal.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        readBack.expect(literal, at: base, in: bytes)
    }

    /// Writes the operator's own statements.
    mutating func write(_ statement: RawStatement) { write(statement.literal) }

    /// Writes a word as its place demands.
    mutating func write(_ word: Word, at place: Place) {
        if place.surroundings == .word { readBack.expect(.wordBegins, at: bytes.count) }
        switch word {
        case .host(let text), .path(let text), .name(let text), .address(let text), .size(let text),
            .duration(let text), .url(let text), .variable(let text), .pattern(let text):
            if place.beginsMapKey, Quoting.isMapCommand(text.utf8) { bytes.append(UInt8(ascii: "\\")) }
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            if !staysAsWritten(bytes.span, from: start) { readBack.fail() }
        case .number(let number): bytes.append(contentsOf: String(number).utf8)
        case .peer(let address, let port): write(address, port)
        case .text(let text): write(text, at: place)
        }
    }

    private mutating func write(_ address: IPAddress, _ port: Port) {
        switch address {
        case .v4(let bits): SocketDigits(bits, UInt16(port.number)).append(to: &bytes)
        case .v6: bytes.append(contentsOf: "[\(address)]:\(port.number)".utf8)
        }
    }

    private mutating func write(_ text: CheckedText, at place: Place) {
        var meant = text.bytes
        if place.beginsMapKey, Quoting.isMapCommand(meant) { meant.insert(UInt8(ascii: "\\"), at: 0) }
        let written: Range<Int>
        switch place.surroundings {
        case .quotes(let quote): written = Quoting.appendQuoted(meant, between: quote, to: &bytes)
        case .word where text.needsQuotes || meant != text.bytes: written = Quoting.appendInQuotes(meant, to: &bytes)
        case .word, .bareWord: return bytes.append(contentsOf: meant)
        }
        if unescaped(bytes[written]) != meant { readBack.fail() }
    }
}

// MARK: Repeating

extension Renderer {
    /// Begins the list of these blocks, which may be repeated. `false`: there is no memory of it.
    func begins<Block: AnyObject>(_ list: RepeatedList, of blocks: [Block], in frame: Frame?) -> Bool {
        memory?.begin(list, of: blocks, in: frame) ?? false
    }

    func endList() { memory?.endList() }

    /// Writes blocks of a list, from `index` on, as they were written the last time, where they were read back. How many
    /// that were, one behind the other; 0 if the first was not there.
    mutating func repeatRun<Block: AnyObject>(of blocks: [Block], from index: Int) -> Int {
        guard let memory, readBack.isBetweenStatements(in: bytes) != nil,
            let run = memory.repeatRun(of: blocks, from: index, at: bytes.count)
        else { return 0 }
        bytes += memory.file[run.bytes]
        readBack.pass(over: run.bytes.count)
        return run.count
    }

    mutating func beginItem() {
        item = readBack.isBetweenStatements(in: bytes).map { (bytes.count, $0) }
    }

    /// Remembers the item that has just been written, if it is whole statements.
    mutating func endItem(_ block: AnyObject) {
        guard let item, readBack.isBetweenStatements(in: bytes) == item.depth else { return }
        memory?.remember(block, at: item.start..<bytes.count)
    }
}
