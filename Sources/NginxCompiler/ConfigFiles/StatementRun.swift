/// Statements that can be moved and follow one another, with nothing between them that cannot.
struct StatementRun {
    /// The words of the blocks that it stands in: `http`, or `http`, `map`, `$host`, `$backend`.
    let place: [[UInt8]]
    /// At least one; each begins where the one before ends.
    let statements: [MovableStatement]

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
    /// Cuts the run into pieces of at most `size` bytes, if no single statement is longer.
    ///
    /// Where it is cut is decided by the content: a piece that is too long is cut before the statement whose key has
    /// the smallest hash, and both sides again. So a statement that comes or goes moves no cut elsewhere, but for the
    /// one time in as many as there are statements when it has the smallest hash itself. Since anybody can look for host
    /// names with small hashes, no side is left with less than 1/32 of a piece as long as there is another place:
    /// thousands of such names make no thousands of pieces.
    func pieces(of size: Int) -> [Range<Int>] {
        let keys = statements.map(\.key)
        let cuts = CutOrder(keys: keys, hashes: keys.map { BLAKE2b($0).number })
        var pieces: [Range<Int>] = []
        var waiting = [statements.indices]
        while let range = waiting.popLast() {
            guard bytes(of: range).count > size, let cut = places(in: range, atLeast: size / 32).min(by: cuts.precedes)
            else {
                pieces.append(range)
                continue
            }
            waiting.append(cut..<range.upperBound)
            waiting.append(range.lowerBound..<cut)
        }
        return pieces
    }

    /// Before which statements `range` can be cut so that both sides have `least` bytes; if there are none, before
    /// which it can be cut at all.
    private func places(in range: Range<Int>, atLeast least: Int) -> [Int] {
        let bytes = bytes(of: range)
        let all = range.dropFirst()
        let fair = all.filter { place in
            let cut = statements[place].range.lowerBound
            return cut - bytes.lowerBound >= least && bytes.upperBound - cut >= least
        }
        return fair.isEmpty ? Array(all) : fair
    }
}

/// In which order statements are tried as cuts: by hash, then by key.
private struct CutOrder {
    let keys: [[UInt8]]
    let hashes: [UInt64]

    func precedes(_ a: Int, _ b: Int) -> Bool {
        hashes[a] == hashes[b] ? keys[a].lexicographicallyPrecedes(keys[b]) : hashes[a] < hashes[b]
    }
}
