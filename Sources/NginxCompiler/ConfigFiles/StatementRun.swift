/// Statements that can be moved and follow one another, with nothing between them that cannot.
struct StatementRun {
    /// The words of the blocks that it stands in: `http`, or `http`, `map`, `$host`, `$backend`.
    let place: [[UInt8]]
    /// At least one; each begins where the one before ends.
    private(set) var statements: [MovableStatement]
    /// A hash of each one's key, where the run has been cut; else none.
    private(set) var hashes: [UInt64] = []

    init(place: [[UInt8]], statements: [MovableStatement]) {
        self.place = place
        self.statements = statements
    }

    /// Its bytes in the file.
    var range: Range<Int> { bytes(of: statements.indices) }

    /// What its parts are.
    var partKind: PartKind { statements[0].kind == .line ? .map : .hosts }

    /// Where some of its statements stand in the file.
    func bytes(of range: Range<Int>) -> Range<Int> {
        statements[range.lowerBound].range.lowerBound..<statements[range.upperBound - 1].range.upperBound
    }
}

extension StatementRun {
    /// Cuts the run, which stands in `file`, into pieces of at most `size` bytes, if no single statement is longer.
    ///
    /// Where it is cut is decided by the content: a piece that is too long is cut before the statement whose key has
    /// the smallest hash, and both sides again. So a statement that comes or goes moves no cut elsewhere, but for the
    /// one time in as many as there are statements when it has the smallest hash itself. Since anybody can look for host
    /// names with small hashes, no side is left with less than 1/32 of a piece as long as there is another place:
    /// thousands of such names make no thousands of pieces.
    func pieces(of size: Int, in file: [UInt8]) -> [Range<Int>] {
        guard range.count > size else { return [statements.indices] }
        let order = CutOrder(self, in: file)
        var pieces: [Range<Int>] = []
        var waiting = [statements.indices]
        while let range = waiting.popLast() {
            guard bytes(of: range).count > size, let cut = cut(in: range, leaving: size / 32, by: order) else {
                pieces.append(range)
                continue
            }
            waiting.append(cut..<range.upperBound)
            waiting.append(range.lowerBound..<cut)
        }
        return pieces
    }

    /// Before which statement `range` is cut: the first in `order` that leaves both sides `least` bytes, or of all if none
    /// does; `nil` if there is but one.
    private func cut(in range: Range<Int>, leaving least: Int, by order: CutOrder) -> Int? {
        let bytes = bytes(of: range)
        var fair: Int?
        for place in range.dropFirst() {
            let start = statements[place].range.lowerBound
            guard start - bytes.lowerBound >= least, bytes.upperBound - start >= least else { continue }
            if let first = fair, !order.precedes(place, first) { continue }
            fair = place
        }
        return fair ?? range.dropFirst().min(by: order.precedes)
    }
}

extension StatementRun {
    /// Notes the hashes by which the run is cut, unless they are known.
    mutating func addHashes(in file: [UInt8]) {
        if hashes.isEmpty { hashes = statements.map(keyHash(in: file)) }
    }

    /// The run in a file that has `new` instead of the statements `old`, and `shift` bytes more before those that follow.
    func replacing(_ old: Range<Int>, by new: [MovableStatement], shift: Int, in file: [UInt8]) -> StatementRun {
        var run = self
        run.statements = statements[..<old.lowerBound] + new + statements[old.upperBound...].map { $0.moved(by: shift) }
        if !hashes.isEmpty { run.hashes.replaceSubrange(old, with: new.map(keyHash(in: file))) }
        return run
    }

    /// The run in a file that has `shift` bytes more before it.
    func moved(by shift: Int) -> StatementRun {
        var run = StatementRun(place: place, statements: statements.map { $0.moved(by: shift) })
        run.hashes = hashes
        return run
    }
}

/// Hashes the keys of statements of `file`, one after the other.
private func keyHash(in file: [UInt8]) -> (MovableStatement) -> UInt64 {
    var key: [UInt8] = []
    return { statement in
        key.removeAll(keepingCapacity: true)
        statement.appendKey(to: &key, in: file)
        return BLAKE2b(key).number
    }
}

/// In which order statements are tried as cuts: by hash, then by key.
private struct CutOrder {
    private let statements: [MovableStatement]
    private let file: [UInt8]
    private let hashes: [UInt64]

    init(_ run: StatementRun, in file: [UInt8]) {
        statements = run.statements
        self.file = file
        hashes = run.hashes
    }

    func precedes(_ a: Int, _ b: Int) -> Bool {
        guard hashes[a] == hashes[b] else { return hashes[a] < hashes[b] }
        return statements[a].key(in: file).lexicographicallyPrecedes(statements[b].key(in: file))
    }
}
