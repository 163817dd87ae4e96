extension Complaint {
    /// A name that nothing answers to; `owner` says where it was looked for.
    static func unknown(_ name: String, among known: [String], what: String) -> Self {
        guard let guess = closest(to: name, among: known) else {
            let names = known.map { "`\($0)`" }.joined(separator: ", ")
            return Self("no \(what) `\(name)` here; " + (known.isEmpty ? "there are none" : "there are \(names)"))
        }
        return Self("no \(what) `\(name)` here; did you mean `\(guess)`?")
    }
}

/// The name that `name` was probably meant to be: at most a third of its bytes must change.
private func closest(to name: String, among known: [String]) -> String? {
    let candidates = known.map { (name: $0, distance: distance(from: Array(name.utf8), to: Array($0.utf8))) }
    guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(1, name.utf8.count / 3) ? best.name : nil
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
