/// How text from outside is shown: printable ASCII as it is, everything else as `\u{…}`, at most 200 bytes of it.
///
/// A name with an escape sequence could hide or forge a message on somebody's terminal.
@inlinable public func printable(_ bytes: some Collection<UInt8>) -> String { printable(bytes: Array(bytes)) }

/// The same for one type: made for any other by a module that is not this one, it asks the runtime for each step.
@usableFromInline func printable(bytes: [UInt8]) -> String {
    let isShown = bytes.allSatisfy { $0 >= UInt8(ascii: " ") && $0 <= UInt8(ascii: "~") && $0 != UInt8(ascii: "\\") }
    if isShown, bytes.count <= longestShown { return String(decoding: bytes, as: UTF8.self) }
    var shown = ""
    for scalar in String(decoding: bytes.prefix(longestShown), as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\\": shown += "\\\\"
        case " "..."~": shown.unicodeScalars.append(scalar)
        default: shown += "\\u{\(String(scalar.value, radix: 16))}"
        }
    }
    return bytes.count > longestShown ? shown + "..." : shown
}

/// How text from outside is shown within a sentence: in quotes.
func quoted(_ bytes: some Collection<UInt8>) -> String { "\"\(printable(bytes))\"" }

private let longestShown = 200
