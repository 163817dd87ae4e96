import RouteModel

/// The file while it is written; nothing else appends to it.
struct Renderer: ~Copyable {
    /// The file so far.
    private var bytes: [UInt8] = []

    /// The second opinion on the file so far.
    private var readBack = ReadBack()

    /// The last file, if what has not changed in it is to be repeated.
    private let memory: RenderMemory?

    /// The second thread, if lists are to be written in halves.
    private let sharing: SharedWork?

    /// Where the item of a list begins that is being written, with the blocks that are open there; `nil` where it does
    /// not begin between statements.
    private var item: (start: Int, depth: Int)?

    /// Begins a file.
    init(capacity: Int, remembering memory: RenderMemory? = nil, sharing: SharedWork? = nil) {
        self.memory = memory
        self.sharing = sharing
        bytes.reserveCapacity(capacity)
    }

    /// Begins a part of a file, between two statements inside `depth` blocks.
    private init(capacity: Int, inside depth: Int) {
        self.init(capacity: capacity)
        readBack = ReadBack(inside: depth)
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
        case .host(let text), .path(let text), .name(let text), .address(let text), .target(let text),
            .size(let text), .duration(let text), .url(let text), .variable(let text), .pattern(let text):
            if place.beginsMapKey, Quoting.isMapCommand(text.utf8) { bytes.append(UInt8(ascii: "\\")) }
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            if !staysAsWritten(bytes.span, from: start) { readBack.fail(in: bytes) }
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
        if unescaped(bytes[written]) != meant { readBack.fail(in: bytes) }
    }
}

// MARK: Lists

extension Renderer {
    /// Begins the list of these blocks, which may be repeated. `false`: there is no memory of it.
    func begins<Block: AnyObject>(_ list: RepeatedList, of blocks: [Block], in kept: KeptBlocks) -> Bool {
        memory?.begin(list, of: blocks, in: kept) ?? false
    }

    /// Writes a list that was begun, and repeats what was written of its items the last time.
    mutating func repeatOrWrite<Child: AnyObject>(
        _ children: [Child], in kept: KeptBlocks, by body: Program<Child>.Step
    ) {
        var index = 0
        while index < children.count {
            let count = repeatRun(of: children, from: index)
            index += max(1, count)
            guard count == 0 else { continue }
            beginItem()
            body(Context(block: children[index - 1], kept: kept), &self)
            endItem(children[index - 1])
        }
        memory?.endList()
    }

    /// Writes blocks of a list, from `index` on, as they were written the last time, where they were read back. How many
    /// that were, one behind the other; 0 if the first was not there.
    private mutating func repeatRun<Block: AnyObject>(of blocks: [Block], from index: Int) -> Int {
        guard let memory, readBack.isBetweenStatements(in: bytes) != nil,
            let run = memory.repeatRun(of: blocks, from: index, at: bytes.count)
        else { return 0 }
        bytes += memory.file[run.bytes]
        readBack.pass(over: run.bytes.count)
        return run.count
    }

    private mutating func beginItem() {
        item = readBack.isBetweenStatements(in: bytes).map { (bytes.count, $0) }
    }

    /// Remembers the item that has just been written, if it is whole statements.
    private mutating func endItem(_ block: AnyObject) {
        guard let item, readBack.isBetweenStatements(in: bytes) == item.depth else { return }
        memory?.remember(block, at: item.start..<bytes.count)
    }

    /// Writes a list of whole statements; where there is a second thread, from both ends at the same time.
    mutating func writeAtOnce<Child: Sendable>(
        _ children: [Child], in kept: KeptBlocks, by body: @escaping Program<Child>.Step
    ) {
        var rest = children[...]
        while let sharing, rest.count >= sharing.fewest {
            writeAtOnce(rest.prefix(SharedWork.most), in: kept, by: body, sharing)
            rest = rest.dropFirst(SharedWork.most)
        }
        write(rest, in: kept, by: body)
    }

    /// Writes items of a list with a second thread. Whatever is wrong with its part, or keeps that from being read by
    /// itself, shows as ever: the part is written once more, behind the other.
    private mutating func writeAtOnce<Child: Sendable>(
        _ children: ArraySlice<Child>, in kept: KeptBlocks, by body: @escaping Program<Child>.Step,
        _ sharing: SharedWork
    ) {
        guard let depth = readBack.isBetweenStatements(in: bytes) else { return write(children, in: kept, by: body) }
        let items = BothEnds(children, by: sharing.piece)
        var end = children.startIndex
        let back = sharing.thread.run {
            Renderer(capacity: children.count << 8, inside: depth).fromBack(items, in: kept, by: body)
        } during: {
            while let piece = items.takeFirst().nonEmpty {
                write(piece, in: kept, by: body)
                end = piece.endIndex
            }
        }
        guard let back, readBack.isBetweenStatements(in: bytes) == depth else {
            return write(children[end...], in: kept, by: body)
        }
        for piece in back.pieces.reversed() { bytes += back.bytes[piece] }
        readBack.pass(over: back.bytes.count)
    }

    /// Writes items piece by piece from the last; `nil` if they are not what was meant, in whole statements.
    private consuming func fromBack<Child: Sendable>(
        _ items: BothEnds<Child>, in kept: KeptBlocks, by body: Program<Child>.Step
    ) -> (bytes: [UInt8], pieces: [Range<Int>])? {
        let depth = readBack.depth
        var pieces: [Range<Int>] = []
        while let piece = items.takeLast().nonEmpty {
            let start = bytes.count
            write(piece, in: kept, by: body)
            guard readBack.isBetweenStatements(in: bytes) == depth else { return nil }
            pieces.append(start..<bytes.count)
        }
        return (bytes, pieces)
    }

    private mutating func write<Child>(
        _ children: ArraySlice<Child>, in kept: KeptBlocks, by body: Program<Child>.Step
    ) {
        for child in children { body(Context(block: child, kept: kept), &self) }
    }
}

extension ArraySlice {
    /// `nil` instead of nothing.
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
