@testable import RouteModel

/// A source that gives `bytes`, at most `piece` of them at a time.
func source(of bytes: [UInt8], inPiecesOf piece: Int = .max) -> ByteSource {
    var offset = 0
    return { buffer in
        let count = min(buffer.count, piece, bytes.count - offset)
        buffer.copyBytes(from: bytes[offset..<offset + count])
        offset += count
        return .success(count)
    }
}

/// What the scanner makes of a whole document: its value in a notation of its own, or the error with its place.
func reading(json: [UInt8], window: Int = 256 << 10, inPiecesOf piece: Int = .max) -> String {
    outcome(of: json, window, piece) { (scanner) throws(SnapshotError) in try value(&scanner) }
}

/// What passing over a whole document gives: `passed`, or the error with its place.
func skipping(_ json: [UInt8], window: Int = 256 << 10, inPiecesOf piece: Int = .max) -> String {
    outcome(of: json, window, piece) { (scanner) throws(SnapshotError) in
        try scanner.skipValue()
        return "passed"
    }
}

private func outcome(
    of json: [UInt8], _ window: Int, _ piece: Int, _ read: (inout JSONScanner) throws(SnapshotError) -> String
) -> String {
    var scanner = JSONScanner(of: source(of: json, inPiecesOf: piece), window: window)
    do throws(SnapshotError) {
        let text = try read(&scanner)
        try scanner.expectEnd()
        return text
    } catch {
        return "\(error.position.map { "\($0.line):\($0.column) " } ?? "")\(error.message)"
    }
}

/// The value that comes next: texts between `'`, with bytes that cannot be printed as `<XX>`, whole numbers that fit
/// in digits, other numbers as `number`.
private func value(_ scanner: inout JSONScanner) throws(SnapshotError) -> String {
    switch try scanner.peek() {
    case UInt8(ascii: "{"): return try object(&scanner)
    case UInt8(ascii: "["): return try array(&scanner)
    case UInt8(ascii: "\""): return try scanner.string().map { shown($0) } ?? "no text"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return try scanner.boolean().map { "\($0)" } ?? "no truth value"
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        return try scanner.integer().map { "\($0)" } ?? "number"
    default:
        try scanner.skipValue()
        return "null"
    }
}

private func object(_ scanner: inout JSONScanner) throws(SnapshotError) -> String {
    var members: [String] = []
    try scanner.object { (scanner, name) throws(SnapshotError) in
        let name = shown(name)
        members.append("\(name): \(try value(&scanner))")
    }
    return "{\(members.joined(separator: ", "))}"
}

private func array(_ scanner: inout JSONScanner) throws(SnapshotError) -> String {
    var elements: [String] = []
    try scanner.elements { (scanner) throws(SnapshotError) in elements.append(try value(&scanner)) }
    return "[\(elements.joined(separator: ", "))]"
}

private func shown(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar in
        scalar.value >= 0x20 && scalar.value != 0x7F
            ? String(scalar) : "<\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16, uppercase: true))>"
    }
    return "'\(scalars.joined())'"
}
