/// How words are spelled so that nginx reads back exactly their bytes.
///
/// The rule is `ngx_conf_read_token`: inside quotes a backslash undoes the meaning of a quote or of a
/// backslash, and nothing undoes a `$`.
enum Quoting {
    /// Appends `text` as a word of its own, in double quotes only where it needs them.
    static func appendWord(_ text: CheckedText, to bytes: inout [UInt8]) {
        guard text.needsQuotes else { return bytes.append(contentsOf: text.bytes) }
        bytes.append(UInt8(ascii: "\""))
        appendQuoted(text, between: UInt8(ascii: "\""), to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends `text` as part of a word that stands between two bytes `quote`.
    static func appendQuoted(_ text: CheckedText, between quote: UInt8, to bytes: inout [UInt8]) {
        guard text.needsQuotes else { return bytes.append(contentsOf: text.bytes) }
        for byte in text.bytes {
            if byte == quote || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }

    /// Whether `map` takes a key with these bytes for a command, a regular expression or an escape.
    ///
    /// `ngx_http_map` removes one leading backslash and takes the rest of the key as it is.
    static func isMapCommand(_ key: some Collection<UInt8>) -> Bool {
        if key.first == UInt8(ascii: "~") || key.first == UInt8(ascii: "\\") { return true }
        return mapKeywords.contains { key.elementsEqual($0.utf8) }
    }

    private static let mapKeywords = ["default", "include", "hostnames", "volatile"]
}
