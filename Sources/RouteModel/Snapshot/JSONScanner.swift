/// Reads JSON (RFC 8259) from a window, one value after the other, in the order of the document.
///
/// Whatever it passes over is checked too: grammar, UTF-8, escapes, and at most 512 containers within each other.
/// Once it has thrown it is spent. It walks by pointer because it passes over 96 % of a snapshot's bytes: see `JSONScanner+Skipping.swift`.
struct JSONScanner: ~Copyable {
    /// How deep containers may stand within each other; Foundation's parsers stop there too.
    static let deepest = 512

    var window: JSONWindow
    /// The next byte to look at; it may be the window's end.
    var place: UnsafePointer<UInt8>
    /// How many containers are open here.
    var depth = 0
    /// Which of the open containers are objects, by depth.
    let isObject: UnsafeMutablePointer<Bool>
    private(set) var line = 1
    /// How many texts have been rewritten in the window, as their escapes were undone.
    var rewrittenTexts = 0
    private var offsetOfLine = 0

    /// Reads what `source` gives, whose first byte stands at `offset` of the input. A window four times as large is
    /// faster at no size, and a quarter of all pages that a run at 10 networks touches would be its.
    init(of source: @escaping ByteSource, at offset: Int = 0, window capacity: Int = 64 << 10) {
        window = JSONWindow(of: source, at: offset, capacity: capacity)
        place = window.start
        isObject = .allocate(capacity: Self.deepest + 1)
        isObject.initialize(repeating: false, count: Self.deepest + 1)
    }

    deinit { isObject.deallocate() }

    // MARK: Where we are

    /// The place as a person counts it. Only blanks can hold line ends, so lines cost nothing elsewhere.
    func position(of place: UnsafePointer<UInt8>) -> TextPosition {
        TextPosition(line: line, column: window.offset(of: place) - offsetOfLine + 1)
    }

    /// The place between two values where the scanner is.
    var stop: ScannerStop {
        ScannerStop(offset: window.offset(of: place), lineEnds: line - 1, offsetOfLine: offsetOfLine)
    }

    /// Goes on at `stop`, which another scanner reached that had begun here; so does the source.
    mutating func jump(to stop: ScannerStop) {
        window.jump(to: stop.offset)
        place = window.start
        line += stop.lineEnds
        if stop.lineEnds > 0 { offsetOfLine = stop.offsetOfLine }
    }

    func error(_ message: String, at place: UnsafePointer<UInt8>) -> SnapshotError {
        SnapshotError(at: position(of: place), message)
    }

    func errorHere(_ message: String) -> SnapshotError { error(message, at: place) }

    // MARK: Blanks and punctuation

    /// The next bytes, whatever they are: `count`, fewer at the end of the input.
    /// They stay where they are only until the scanner is used again.
    mutating func prefix(_ count: Int) throws(SnapshotError) -> UnsafeBufferPointer<UInt8> {
        var start: UnsafePointer<UInt8>?
        try require(count, keeping: &start)
        return UnsafeBufferPointer(start: place, count: min(count, window.limit - place))
    }

    /// The next byte that is no blank: `place` is then at it. 0 at the end of the input.
    mutating func peek() throws(SnapshotError) -> UInt8 {
        if place.pointee <= 0x20 { place = try significant(from: place) }
        return place.pointee
    }

    /// Where the first byte from `start` on stands that is no blank; at the input's end, its end.
    mutating func significant(from start: UnsafePointer<UInt8>) throws(SnapshotError) -> UnsafePointer<UInt8> {
        var place = start
        while place.pointee <= 0x20 {
            switch place.pointee {
            // Indentation, eight at a time: it is most of what tools print for people, and takes 1/3 less time so.
            case 0x20: place += place.pointsAtEightSpaces ? 8 : 1
            case 0x09, 0x0D: place += 1
            case 0x0A:
                place += 1
                line += 1
                offsetOfLine = window.offset(of: place)
            case 0 where place == window.limit:
                guard try window.refill(keepingFrom: place) else { return window.start }
                place = window.start
            default:
                throw error("a control byte stands between values; only blanks, tabs and line ends may", at: place)
            }
        }
        return place
    }

    /// Steps over `byte`, which must come next; `meaning` says where we are, for the message.
    mutating func expect(_ byte: UInt8, _ meaning: StaticString) throws(SnapshotError) {
        guard try peek() == byte else { throw unexpected(wanted: "\(meaning)") }
        place += 1
    }

    /// The error for a byte that cannot stand at `place`.
    func unexpected(wanted: String) -> SnapshotError {
        let atEnd = place == window.limit
        let found = atEnd ? "the input ends here" : "\(shown(place.pointee)) stands here"
        return errorHere("\(found), but \(wanted) is wanted")
    }

    private func shown(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): "a quote"
        case 0x20...0x7E: quoted(CollectionOfOne(byte))
        default: "the byte 0x\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
        }
    }

    /// Checks that nothing but blanks is left.
    mutating func expectEnd() throws(SnapshotError) {
        _ = try peek()
        guard place == window.limit else { throw errorHere("more text follows the snapshot's end; remove it") }
    }

    /// Opens the container whose first byte is at `place`.
    mutating func open(object: Bool) throws(SnapshotError) {
        guard depth < Self.deepest else {
            throw errorHere(
                "objects and arrays stand within each other more than \(Self.deepest) deep; "
                    + "no snapshot of a Swarm needs that")
        }
        depth += 1
        isObject[depth] = object
        place += 1
    }

    /// Closes the innermost container, whose last byte is at `place`.
    mutating func close() {
        depth -= 1
        place += 1
    }
}

/// How far a scanner has come.
struct ScannerStop: Sendable {
    /// The bytes of the input before it.
    let offset: Int
    /// The line ends that the scanner has passed.
    let lineEnds: Int
    /// Where the line begins, if it has passed one.
    let offsetOfLine: Int
}

extension UnsafePointer<UInt8> {
    /// Whether eight spaces stand here. Eight bytes must be readable.
    fileprivate var pointsAtEightSpaces: Bool {
        UnsafeRawPointer(self).loadUnaligned(as: UInt64.self) == 0x2020_2020_2020_2020
    }
}
