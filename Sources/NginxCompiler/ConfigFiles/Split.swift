/// Splits a configuration into files of at most `limit` bytes: Swarm config objects hold no more.
///
/// A file within the limit stays as it is. Of a longer one, statements that can be moved go into files of their own, for
/// which `include` lines stand in the main file; each line replaced by its part's bytes gives the file back. The runs of
/// such statements that are longer than 1/32 of the limit are moved, cut into parts of at most a quarter of it: so a
/// change of one host hardly ever changes the main file, and no other part. If the main file is still too long the
/// longest of the other runs follow until it is not.
///
/// What stays too long in spite of that, such as a single statement, is returned all the same. So is a text that nginx
/// would not read, in one piece.
public func split(_ file: [UInt8], limit: Int) -> ConfigFileSet {
    split(file, limit: limit, remembering: SplitMemory())
}

/// The same; what `memory` knows of the last file is not read again.
public func split(_ file: [UInt8], limit: Int, remembering memory: SplitMemory) -> ConfigFileSet {
    guard file.count > limit, let runs = memory.runs(in: file, cutAbove: partSize(limit)) else {
        return ConfigFileSet(whole: file)
    }
    let moved = movedRuns(of: runs, from: file, limit: limit)
    var (main, parts, names, copied): ([UInt8], [ConfigFile], PartNames, Int) = ([], [], PartNames(), 0)
    for (run, pieces) in moved {
        main += file[copied..<run.range.lowerBound]
        for piece in pieces {
            let name = names.add(piece, of: run, in: file)
            main += includeLine(name, like: run, in: file)
            parts.append(ConfigFile(name: name, bytes: Array(file[run.bytes(of: piece)])))
        }
        copied = run.range.upperBound
    }
    main += file[copied...]
    return ConfigFileSet(main: main, parts: parts)
}

/// The most bytes that a part has, if no statement is longer.
private func partSize(_ limit: Int) -> Int { max(1, limit / 4) }

/// Which runs are moved, and how they are cut, in the order of the file.
private func movedRuns(
    of runs: [StatementRun], from file: [UInt8], limit: Int
) -> [(run: StatementRun, pieces: [Range<Int>])] {
    let partSize = partSize(limit)
    var rest = file.count
    var moved: [(run: StatementRun, pieces: [Range<Int>])] = []
    for run in runs.sorted(by: isLonger) where run.range.count > limit / 32 || rest > limit {
        let pieces = run.pieces(of: partSize, in: file)
        let lines = pieces.count * includeLine(PartNames.sample(of: run), like: run, in: file).count
        guard lines < run.range.count else { continue }
        rest += lines - run.range.count
        moved.append((run, pieces))
    }
    return moved.sorted { $0.run.range.lowerBound < $1.run.range.lowerBound }
}

private func isLonger(_ a: StatementRun, _ b: StatementRun) -> Bool {
    (b.range.count, a.range.lowerBound) < (a.range.count, b.range.lowerBound)
}

/// The line that stands for a part, as far from the margin as the first statement of its run.
private func includeLine(_ name: String, like run: StatementRun, in file: [UInt8]) -> [UInt8] {
    let line = file[run.statements[0].range].drop { $0 == 0x0A || $0 == 0x0D }
    return line.prefix { $0 == 0x20 || $0 == 0x09 } + Array("include \(name);\n".utf8)
}
