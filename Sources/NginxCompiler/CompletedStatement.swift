/// A text of statements with its last `;` in place, and what nginx reads in it.
struct CompletedStatement {
    /// How many blocks may stand in each other: more than any directive of nginx needs, few enough for every stack.
    private static let deepest = 16

    /// The text from the first statement to the last.
    var text: [UInt8] { Array(bytes.prefix((marks.last?.offset ?? -1) + 1)) }

    /// The text, with one byte of blank behind it.
    private var bytes: [UInt8]

    /// What nginx reads in the text; at least one statement.
    private(set) var marks: [Mark] = []

    /// Throws what is wrong with `text`, at a byte of it.
    init(_ text: [UInt8]) throws(ConfError) {
        bytes = text + [0x0A]
        try refuseControlBytes()
        do throws(ConfError) { try complete() } catch { throw ConfError(error.reason, at: error.offset, in: text) }
        guard !marks.isEmpty else { throw ConfError(.empty, at: 0, in: text) }
    }

    private mutating func complete() throws(ConfError) {
        do throws(ConfError) {
            try read()
        } catch {
            guard error.reason == .unterminatedStatement else { throw error }
            bytes.insert(UInt8(ascii: ";"), at: marks.last?.offset ?? 0)
            try read()
        }
    }

    private func refuseControlBytes() throws(ConfError) {
        for (offset, byte) in bytes.enumerated() where (byte < 0x20 || byte == 0x7F) && byte != 0x0A && byte != 0x09 {
            throw ConfError(.controlByte(byte), at: offset, in: bytes)
        }
    }

    private mutating func read() throws(ConfError) {
        marks = []
        var reader = ConfReader()
        while true {
            let event = try reader.next(in: bytes.span)
            guard event != .end else { return }
            guard reader.depth <= Self.deepest else { throw ConfError(.tooDeep, at: reader.offset, in: bytes) }
            marks += event.marks(endingAt: reader.offset)
        }
    }
}
