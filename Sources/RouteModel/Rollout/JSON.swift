/// A value of JSON to be written, its members in the order in which they shall stand.
package indirect enum JSON {
    case null
    case boolean(Bool)
    case number(Int)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    /// Text from outside.
    package static func text(_ bytes: ByteString) -> JSON { .string(String(decoding: bytes.bytes, as: UTF8.self)) }

    /// A table whose keys are in byte order, as Docker writes its maps.
    package static func table(_ pairs: [SettingPair]) -> JSON {
        .object(pairs.sorted { ByteString($0.key.utf8) < ByteString($1.key.utf8) }.map { ($0.key, .string($0.value)) })
    }
}

extension JSON: CustomStringConvertible {
    /// The value on one line.
    package var description: String {
        switch self {
        case .null: "null"
        case .boolean(let flag): flag ? "true" : "false"
        case .number(let number): "\(number)"
        case .string(let text): jsonString(text)
        case .array(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(jsonString($0.0)):\($0.1)" }.joined(separator: ",") + "}"
        }
    }

    /// The value for people: what is not empty takes a line for each of its parts, two blanks further in.
    package var lines: String { lines(indentedBy: "") + "\n" }

    private func lines(indentedBy indentation: String) -> String {
        let inner = indentation + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            let parts = elements.map { inner + $0.lines(indentedBy: inner) }
            return "[\n" + parts.joined(separator: ",\n") + "\n\(indentation)]"
        case .object(let members) where !members.isEmpty:
            let parts = members.map { inner + "\(jsonString($0.0)): \($0.1.lines(indentedBy: inner))" }
            return "{\n" + parts.joined(separator: ",\n") + "\n\(indentation)}"
        default: return description
        }
    }
}

/// `text` as a string of JSON in printable ASCII: everything else is written as `\uXXXX`.
package func jsonString(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
        switch unit {
        case 0x22: result += "\\\""
        case 0x5C: result += "\\\\"
        case 0x20...0x7E: result.unicodeScalars.append(UnicodeScalar(UInt8(unit)))
        default:
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
    }
    return result + "\""
}
