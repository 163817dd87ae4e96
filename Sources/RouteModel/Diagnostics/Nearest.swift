/// The one of `names` that `word` is most likely a slip of, if any is near enough: one change for every three bytes.
func nearest(to word: String, among names: [String]) -> String? {
    guard word.utf8.count <= 80 else { return nil }
    let word = folded(word.utf8)
    let farthest = max(1, word.count / 3)
    return names.filter { abs($0.utf8.count - word.count) <= farthest }
        .map { (name: $0, distance: editDistance(word, folded($0.utf8))) }
        .filter { $0.distance <= farthest }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

private func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
}

/// How many bytes must be put in, left out or changed to make `b` of `a` (Levenshtein).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for j in b.indices {
            let above = row[j + 1]
            row[j + 1] = min(above + 1, row[j] + 1, diagonal + (byte == b[j] ? 0 : 1))
            diagonal = above
        }
    }
    return row[b.count]
}
