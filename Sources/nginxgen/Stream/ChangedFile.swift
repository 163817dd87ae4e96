import NginxCompiler
import RouteModel

/// A cluster's new file, in as many as it is written to.
struct ChangedFile {
    let set: ConfigFileSet
    let summary: FileSummary
    /// The whole text, as it stands in a string of JSON; `nil` if it is not told.
    let escapedText: [UInt8]?

    /// Hashes the file on a thread of its own while the text is made: of 1.6 MB each takes about a millisecond.
    init(_ set: ConfigFileSet, tellingText: Bool) {
        self.set = set
        let summary = Aside { set.summary }
        escapedText = tellingText ? Self.escaped(set.main.bytes) : nil
        self.summary = summary.take()
    }

    var hash: String { summary.hash }

    /// Bytes of a template that are no UTF-8 cannot stand in JSON: each is told as U+FFFD.
    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        let isASCII = text.reduce(0) { $0 | $1 } < 0x80
        return escapedForJSON(isASCII ? text : Array(String(decoding: text, as: UTF8.self).utf8))
    }
}
