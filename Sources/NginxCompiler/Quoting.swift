/// How texts are spelled in quotes so that nginx reads back exactly their bytes.
///
/// The rule is `ngx_conf_read_token`: inside quotes a backslash undoes the meaning of a quote or of a
/// backslash, and nothing undoes a `$`.
enum Quoting {
    /// Appends `text` in double quotes; returns where it stands between them.
    static func appendInQuotes(_ text: [UInt8], to file: inout [UInt8]) -> Range<Int> {
        file.append(UInt8(ascii: "\""))
        let written = appendQuoted(text, between: UInt8(ascii: "\""), to: &file)
        file.append(UInt8(ascii: "\""))
        return written
    }

    /// Appends `text` as part of a word that stands between two bytes `quote`; returns where it stands.
    static func appendQuoted(_ text: [UInt8], between quote: UInt8, to file: inout [UInt8]) -> Range<Int> {
        let start = file.count
        for byte in text {
            if byte == quote || byte == UInt8(ascii: "\\") { file.append(UInt8(ascii: "\\")) }
            file.append(byte)
        }
        return start..<file.count
    }

    /// Whether `map` takes a key with these bytes for a command, a regular expression or an escape.
    ///
    /// `ngx_http_map` removes one leading backslash and takes the rest of the key as it is.
    static func isMapCommand(_ key: some Collection<UInt8>) -> Bool {
        if key.first == UInt8(ascii: "~") || key.first == UInt8(ascii: "\\") { return true }
        return isMapKeyword(key)
    }

    /// Whether a statement of a `map` that begins with these bytes is a command instead of a line.
    static func isMapKeyword(_ key: some Collection<UInt8>) -> Bool {
        guard (7...9).contains(key.count) else { return false }
        return mapKeywords.contains { key.elementsEqual($0.utf8) }
    }

    /// What a statement of a `map` begins with that is no line of it.
    static let mapKeywords = ["default", "include", "hostnames", "volatile"]
}
