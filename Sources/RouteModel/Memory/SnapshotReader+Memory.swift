/// Services and tasks of the last snapshot, which nearly all come again.
extension SnapshotReader {
    /// Reads the array of services; returns whether it is one. Of services that are all the same as in the last snapshot
    /// none is looked at: that takes 1 ms for 3,000.
    mutating func readServices(_ scanner: inout JSONScanner) throws(SnapshotError) -> Bool {
        guard let memory else {
            return try scanner.elements { (scanner) throws(SnapshotError) in keep(try readService(&scanner)) }
        }
        let isArray = try scanner.elements { (scanner) throws(SnapshotError) in
            if try memory.services.passes(at: &scanner, by: memory.key) { return }
            let start = try scanner.bookmark(before: FingerprintKey.longest)
            let reading = try readService(&scanner)
            reading.service = reading.service.map { memory.known($0) }
            memory.services.remember(reading, from: start, to: scanner, by: memory.key)
        }
        if let readings = memory.services.changedValues {
            for reading in readings { keep(reading) }
            memory.newServices = ReadServices(snapshot)
        } else {
            memory.lastServices.add(to: &snapshot)
        }
        return isArray
    }

    mutating func recallOrReadTask(_ scanner: inout JSONScanner) throws(SnapshotError) -> Task? {
        guard let memory else { return try readTask(&scanner) }
        if let same = try memory.tasks.recall(at: &scanner, by: memory.key, where: { $0.holds(with: known) }) {
            if same.tellsOfNetwork { for mention in same.mentions { keep(mention) } }
            return same.task
        }
        let start = try scanner.bookmark(before: FingerprintKey.longest)
        mentions = []
        let task = try readTask(&scanner)
        memory.tasks.remember(
            TaskReading(task: task, mentions: mentions.combined), from: start, to: scanner, by: memory.key)
        return task
    }

    private mutating func keep(_ mention: NetworkMention) {
        guard let network = mention.network else { return }
        snapshot.networks[mention.id] = network
        known.insert(mention.id)
    }
}

extension [NetworkMention] {
    /// Each network once: what was known before the first mention, and what was kept of the last that told anything.
    fileprivate var combined: [NetworkMention] {
        guard count > 1 else { return self }
        var combined: [NetworkMention] = []
        for mention in self {
            if let index = combined.firstIndex(where: { $0.id == mention.id }) {
                combined[index].network = mention.network ?? combined[index].network
            } else {
                combined.append(mention)
            }
        }
        return combined
    }
}

extension JSONScanner {
    /// Where something begins that is to be looked at again once it has been read.
    struct Bookmark {
        fileprivate let offset: Int
        fileprivate let line: Int
        fileprivate let rewrittenTexts: Int
    }

    /// The place of what comes next, of which `count` bytes are brought into the window.
    mutating func bookmark(before count: Int) throws(SnapshotError) -> Bookmark {
        _ = try peek()
        _ = try prefix(count)
        return bookmark
    }

    /// The place where the scanner is.
    var bookmark: Bookmark {
        Bookmark(offset: window.offset(of: place), line: line, rewrittenTexts: rewrittenTexts)
    }

    /// The bytes from `start` on as they were read, if they can be told by their fingerprint: an object that is in the
    /// window as a whole, has no escape undone in it, and ends on its line.
    func bytes(since start: Bookmark) -> UnsafeBufferPointer<UInt8>? {
        let offset = start.offset - window.offsetOfBuffer
        guard offset >= 0, rewrittenTexts == start.rewrittenTexts, line == start.line else { return nil }
        let first = window.start + offset
        guard first.pointee == UInt8(ascii: "{"), place - first <= FingerprintKey.longest else { return nil }
        return UnsafeBufferPointer(start: first, count: place - first)
    }
}
