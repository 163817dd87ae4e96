/// Where the first byte from `start` on stands that is not plain text in a string: a quote, a backslash,
/// a control byte or one that is not ASCII. The zeros behind a window's last byte end every search.
///
/// 16 bytes at a time: 2,700 MB/s against 700 byte by byte. The element type is spelled out on both sides, because
/// with an inferred one the comparison becomes a loop over lanes, 100 MB/s.
@inline(__always)
func endOfPlainText(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslash = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let firstPrintable = SIMD16<Int8>(repeating: 0x20)
    var place = start
    while true {
        let bytes = UnsafeRawPointer(place).loadUnaligned(as: SIMD16<UInt8>.self)
        // As signed numbers, bytes that are not ASCII are negative: one comparison finds them and the control bytes.
        let unusual: SIMDMask<SIMD16<Int8>> = unsafeBitCast(bytes, to: SIMD16<Int8>.self) .< firstPrintable
        let stops: SIMDMask<SIMD16<Int8>> = (bytes .== quote) .| (bytes .== backslash) .| unusual
        let halves = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
        if halves[0] != 0 { return place + halves[0].trailingZeroBitCount / 8 }
        if halves[1] != 0 { return place + 8 + halves[1].trailingZeroBitCount / 8 }
        place += 16
    }
}
