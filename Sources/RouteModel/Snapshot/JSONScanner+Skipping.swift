/// Passing over what is not needed, checked like the rest.
///
/// The fast part of the reader: 96 % of a snapshot's bytes go through here.
extension JSONScanner {
    /// Steps over the value that comes next, whatever it is.
    mutating func skipValue() throws(SnapshotError) {
        let outside = depth
        while true {
            if place.pointee <= 0x20 { place = try significant(from: place) }
            switch place.pointee {
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "{"):
                try open(object: true)
                if try peek() != UInt8(ascii: "}") {
                    try skipName()
                    continue
                }
                close()
            case UInt8(ascii: "["):
                try open(object: false)
                if try peek() != UInt8(ascii: "]") { continue }
                close()
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try skipNumber()
            case UInt8(ascii: "t"): try skip("true")
            case UInt8(ascii: "f"): try skip("false")
            case UInt8(ascii: "n"): try skip("null")
            default: throw unexpected(wanted: "a value")
            }
            if try skipEnds(downTo: outside) { return }
        }
    }

    /// After a value: steps over closing brackets and one comma, to where the next value begins.
    /// Returns whether the containers deeper than `outside` are all closed.
    private mutating func skipEnds(downTo outside: Int) throws(SnapshotError) -> Bool {
        while depth > outside {
            if place.pointee <= 0x20 { place = try significant(from: place) }
            let inObject = isObject[depth]
            switch place.pointee {
            case UInt8(ascii: ","):
                place += 1
                if inObject { try skipName() }
                return false
            case UInt8(ascii: "}") where inObject: close()
            case UInt8(ascii: "]") where !inObject: close()
            default: throw unexpected(wanted: inObject ? "a comma or \"}\"" : "a comma or \"]\"")
            }
        }
        return true
    }

    /// Steps over a member's name and its colon.
    private mutating func skipName() throws(SnapshotError) {
        if place.pointee != UInt8(ascii: "\"") {
            guard try peek() == UInt8(ascii: "\"") else { throw unexpected(wanted: "a member's name in quotes") }
        }
        try skipString()
        if place.pointee != UInt8(ascii: ":") {
            guard try peek() == UInt8(ascii: ":") else { throw unexpected(wanted: "a colon") }
        }
        place += 1
    }

    /// Steps over the string whose opening quote is at `place`.
    @inline(__always)
    mutating func skipString() throws(SnapshotError) {
        place = endOfPlainText(from: place + 1)
        if place.pointee == UInt8(ascii: "\"") { place += 1 } else { _ = try finishString(keepingFrom: nil) }
    }

    private mutating func skip(_ literal: StaticString) throws(SnapshotError) {
        for index in 0..<literal.utf8CodeUnitCount {
            guard try byteHere() == literal.utf8Start[index] else { throw unexpected(wanted: "\(literal)") }
            place += 1
        }
    }

    /// Steps over the number whose first byte is at `place`.
    mutating func skipNumber() throws(SnapshotError) {
        if try byteHere() == UInt8(ascii: "-") { place += 1 }
        if try byteHere() == UInt8(ascii: "0") { place += 1 } else { try skipDigits() }
        if try byteHere() == UInt8(ascii: ".") {
            place += 1
            try skipDigits()
        }
        if try byteHere() | 0x20 == UInt8(ascii: "e") {
            place += 1
            let sign = try byteHere()
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { place += 1 }
            try skipDigits()
        }
    }

    /// Steps over one digit or more.
    private mutating func skipDigits() throws(SnapshotError) {
        guard isDigit(try byteHere()) else { throw unexpected(wanted: "a digit") }
        repeat { place += 1 } while isDigit(try byteHere())
    }

    /// The byte at `place`, read on if need be; 0 at the end of the input.
    private mutating func byteHere() throws(SnapshotError) -> UInt8 {
        if place == window.limit {
            _ = try window.refill(keepingFrom: place)
            place = window.start
        }
        return place.pointee
    }

    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

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
