/// A header field as it stood on the wire: the name in its own capitals, the value without the blanks around it.
struct HTTPHeader: Hashable, Sendable, CustomStringConvertible {
    let name: String
    let value: String

    var description: String { "\(name): \(value)" }

    /// Whether `name` is this header's, ASCII capitals or not (RFC 9110 section 5.1).
    func isNamed(_ name: String) -> Bool {
        self.name.utf8.elementsEqual(name.utf8) { Self.folded($0) == Self.folded($1) }
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension HTTPHeader {
    /// Reads `Name: value`; `nil` where there is no colon.
    init?(line: ArraySlice<UInt8>) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let value = line[line.index(after: colon)...].drop(while: isBlank)
        let end = value.lastIndex { !isBlank($0) }.map(value.index(after:)) ?? value.startIndex
        self.init(
            name: String(decoding: line[..<colon], as: UTF8.self),
            value: String(decoding: value[..<end], as: UTF8.self))
    }
}

extension [HTTPHeader] {
    /// The value of the first header of this name, `nil` without one.
    subscript(name: String) -> String? {
        first { $0.isNamed(name) }?.value
    }

    /// All values of this name, in order.
    func values(of name: String) -> [String] {
        filter { $0.isNamed(name) }.map(\.value)
    }
}
