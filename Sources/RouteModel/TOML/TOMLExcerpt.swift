/// Text of the document as a message may show it: one line of at most 60 Unicode scalars, with escapes for what a
/// terminal would obey or hide.
func excerpt(_ text: some Collection<UInt8>) -> String {
    let limit = 60
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    let shown = scalars.prefix(limit).map { isVisible($0) ? String($0) : tomlEscape(of: $0) }.joined()
    return scalars.dropFirst(limit).isEmpty ? shown : shown + "…"
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
}

/// TOML's own escape of `scalar`: `\u001B`, or `\U000E0001` past the basic plane.
func tomlEscape(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return (width == 4 ? "\\u" : "\\U") + String(repeating: "0", count: width - digits.utf8.count) + digits
}
