extension Complaint {
    /// A name of a `what`, such as a field, that nothing answers to; `place` says where it was looked for.
    static func unknown(_ what: String, _ name: String, in place: String = "here", among known: [String]) -> Self {
        if let guess = closest(to: name, among: known) {
            return Self("no \(what) `\(name)` \(place); did you mean `\(guess)`?")
        }
        let names = known.map { "`\($0)`" }.joined(separator: ", ")
        return Self("no \(what) `\(name)` \(place); " + (known.isEmpty ? "there are none" : "there are \(names)"))
    }
}

/// The name that `name` was probably meant to be: at most two bytes, or a third of them, differ; one in short names.
private func closest(to name: String, among known: [String]) -> String? {
    let candidates = known.map { (name: $0, distance: distance(from: Array(name.utf8), to: Array($0.utf8))) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= (name.utf8.count < 4 ? 1 : max(2, name.utf8.count / 3)) ? best.name : nil
}

/// How many bytes to insert, remove or replace to make `a` into `b`, without regard to case.
private func distance(from a: [UInt8], to b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
        var diagonal = i
        row[0] = i + 1
        for (j, other) in b.enumerated() {
            let replaced = diagonal + (byte | 0x20 == other | 0x20 ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        }
    }
    return row[b.count]
}
