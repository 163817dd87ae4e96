/// Whether `byte` is a control character that TOML wants escaped: all but the tab.
func isForbiddenControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\t") || byte == 0x7F
}

func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}

/// Whether `byte` is a digit in base `radix`, which is 2...16; letters of either case count from 10.
func isDigit(_ byte: UInt8, radix: UInt8) -> Bool {
    if isDigit(byte) { return byte - UInt8(ascii: "0") < radix }
    return isHexadecimalDigit(byte) && (byte | 0x20) - UInt8(ascii: "a") + 10 < radix
}

/// `byte` with `A` to `Z` folded to lower case, and all others as they are.
func asciiLowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
