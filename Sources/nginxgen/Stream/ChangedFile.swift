import NginxCompiler

/// A cluster's new file, in as many as it is written to.
struct ChangedFile {
    let set: ConfigFileSet
    let hash: String
    /// The whole text, as it stands in a string of JSON; `nil` if it is not told.
    let escapedText: [UInt8]?

    /// A file's text as JSON has it. Bytes of a template that are no UTF-8 cannot stand there: each is told as U+FFFD.
    static func escaped(_ text: [UInt8]) -> [UInt8] {
        let isASCII = text.reduce(0) { $0 | $1 } < 0x80
        return escapedForJSON(isASCII ? text : Array(String(decoding: text, as: UTF8.self).utf8))
    }
}
