/// Reads a file with nginx's word rules while it is written, and compares it with what was meant.
///
/// What was meant comes as marks, from the template's own reading and from the values; what is read comes from
/// `ConfReader`, which knows the bytes of the file and nothing else. It takes 2.7 ms for each MB of the file: of
/// the 200 ms in which 8,000 services become a file of 7 MB, 19 ms.
struct ReadBack {
    private var reader = ConfReader()

    /// What was meant, from the first thing that has not been compared; offsets in the file.
    private var expected: [Mark] = []

    /// The byte of the file where the first difference was found, if there is one.
    private var failure: Int?

    /// How many marks may wait: few enough that the bytes they tell of are still in the processor's cache, and that they
    /// take 8 KiB themselves. 2,048 took 72 KiB more, which is more than a whole file for 10 networks.
    private static let window = 256

    /// Reads a whole file.
    init() {}

    /// Reads a part of a file, from between two statements inside `depth` blocks.
    init(inside depth: Int) { reader = ConfReader(inside: depth) }

    /// Expects that something begins or ends at a byte of the file.
    mutating func expect(_ event: Mark.Event, at offset: Int) { expected.append(Mark(event: event, offset: offset)) }

    /// Expects what nginx reads in a text that was written at `base`; `file` holds it already.
    mutating func expect(_ literal: borrowing Literal, at base: Int, in file: [UInt8]) {
        let marks = literal.marks.span
        for index in marks.indices { expected.append(marks[index].moved(by: base)) }
        if expected.count > Self.window { compare(with: file) }
    }

    /// Compares the rest; throws when the file says, anywhere, something else than was meant.
    mutating func finish(_ file: [UInt8]) throws(RenderError) {
        compare(with: file)
        if failure == nil, !expected.isEmpty || (try? reader.next(in: file.span)) != .end { fail() }
        guard let failure else { return }
        throw .differs(line: 1 + file.prefix(failure).count { $0 == 0x0A })
    }

    /// Notes that the end of `file` is wrong, unless something before it is.
    mutating func fail(in file: [UInt8]) {
        compare(with: file)
        fail()
    }

    /// Notes that the file is wrong where the reader stands.
    private mutating func fail() { failure = failure ?? reader.offset }

    /// How many blocks are open at the end of `file`, if that is right so far and stands between two statements.
    mutating func isBetweenStatements(in file: [UInt8]) -> Int? {
        compare(with: file)
        guard failure == nil, expected.isEmpty, reader.passBlanks(in: file.span) else { return nil }
        return reader.depth
    }

    /// How many blocks are open where the reader stands.
    var depth: Int { reader.depth }

    /// Passes over bytes that follow where the reader stands, between statements: whole statements that were read when
    /// they were written first.
    mutating func pass(over count: Int) { reader.pass(over: count) }

    /// Compares all that was meant, but for a word whose end is not known yet.
    private mutating func compare(with file: [UInt8]) {
        var index = 0
        while failure == nil, index < expected.count {
            if expected[index].event == .wordBegins, index + 1 == expected.count { break }
            guard let event = try? reader.next(in: file.span), let count = marks(of: event, at: index) else {
                return fail()
            }
            index += count
        }
        expected.removeFirst(index)
    }

    /// How many marks from `index` on an event stands for; `nil` when they are others.
    private func marks(of event: ConfEvent, at index: Int) -> Int? {
        guard case .word(let word) = event else {
            return expected[index] == event.punctuation(endingAt: reader.offset) ? 1 : nil
        }
        return expected[index] == word.beginning && expected[index + 1] == word.end ? 2 : nil
    }
}
