/// One part of a key, without its quotes and escapes.
struct TOMLKey {
    let name: ByteString
    let position: TextPosition

    /// Whether `byte` may stand in a key without quotes.
    static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension TOMLKey {
    /// The part as a message shows it: in apostrophes unless it could stand bare.
    var spelling: String {
        let isBare = !name.bytes.isEmpty && name.bytes.allSatisfy(Self.isBare)
        return isBare ? excerpt(name.bytes) : "'\(excerpt(name.bytes))'"
    }
}
