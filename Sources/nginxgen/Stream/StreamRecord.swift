import NginxCompiler
import RouteModel

/// What is told of one snapshot: one JSON object on one line.
///
/// In pieces of bytes, since the files in it may have 8 MB: each is one of them.
struct StreamRecord {
    /// Which version of these records it is. A later one may have more members, never others.
    static let schema = 1

    private(set) var pieces: [[UInt8]]

    /// Begins the record of the snapshot on this line of the input, 1-based.
    init(ofSnapshot number: Int) { pieces = [Array("{\"schema\":\(Self.schema),\"snapshot\":\(number)".utf8)] }

    mutating func add(_ member: String, _ number: Int) { append(",\"\(member)\":\(number)") }

    mutating func add(_ member: String, _ text: String) { append(",\"\(member)\":\(jsonString(text))") }

    mutating func add(_ diagnostics: [Diagnostic]) {
        append(",\"diagnostics\":[\(diagnostics.map(\.json).joined(separator: ","))]")
    }

    /// Why the snapshot was left out; `position` is a place of the line.
    mutating func add(_ error: SnapshotError) {
        append(",\"error\":{")
        if let position = error.position { append("\"column\":\(position.column),") }
        append("\"message\":\(jsonString(error.message))}")
    }

    /// Adds the clusters that a snapshot changed, if any. A file is told by where it was written, else by its text.
    ///
    /// - Parameter files: what was written, by cluster; `nil`: nothing is.
    mutating func add(_ changes: [ClusterChange], writtenTo files: [String: [WrittenFile]]?) {
        guard !changes.isEmpty else { return }
        append(",\"clusters\":[")
        for (index, change) in changes.enumerated() {
            append(index == 0 ? "{" : ",{")
            append("\"cluster\":\(jsonString(change.cluster))")
            add(change, files.map { $0[change.cluster] ?? [] })
            append("}")
        }
        append("]")
    }

    private mutating func add(_ change: ClusterChange, _ files: [WrittenFile]?) {
        for (member, value) in change.plan?.summary ?? [] { append(",\"\(member)\":\(value)") }
        if let diagnostics = change.diagnostics { add(diagnostics) }
        guard let file = change.file else { return }
        add("hash", file.hash)
        add("bytes", file.set.files.reduce(0) { $0 + $1.bytes.count })
        if let files {
            let outcomes = files.map {
                "{\"file\":\(jsonString($0.path)),\"outcome\":\(jsonString($0.outcome.rawValue))}"
            }
            append(",\"files\":[\(outcomes.joined(separator: ","))]")
        } else if let text = file.escapedText {
            append(",\"config\":\"")
            pieces += [text, []]
            append("\"")
        }
    }

    /// Ends the record, and its line.
    mutating func end() { append("}\n") }

    private mutating func append(_ text: String) { pieces[pieces.count - 1] += text.utf8 }
}
