/// Strings: the checks that plain text does not need, and the undoing of escapes (RFC 8259, section 7).
extension JSONScanner {
    /// Reads the string that comes next. `nil`, and the value is passed over, if it is no string.
    /// The bytes are valid UTF-8 and stay where they are only until the scanner is used again.
    mutating func string() throws(SnapshotError) -> UnsafeBufferPointer<UInt8>? {
        guard try peek() == UInt8(ascii: "\"") else {
            try skipValue()
            return nil
        }
        return try stringHere()
    }

    /// Reads the value that comes next: whether it is the string `text`.
    mutating func isText(_ text: StaticString) throws(SnapshotError) -> Bool {
        try string()?.hasBytes(of: text) ?? false
    }

    /// Reads the string whose opening quote is at `place`.
    mutating func stringHere() throws(SnapshotError) -> UnsafeBufferPointer<UInt8> {
        let start = place + 1
        place = endOfPlainText(from: start)
        if place.pointee == UInt8(ascii: "\"") {
            place += 1
            return UnsafeBufferPointer(start: start, count: place - 1 - start)
        }
        let written = try finishString(keepingFrom: start)
        guard written.contains(UInt8(ascii: "\\")) else { return written }
        rewrittenTexts += 1
        return undoEscapes(in: written)
    }

    /// Steps to the end of a string whose text has been passed over up to `place`.
    /// Returns its bytes as written from `start` on, kept in the window; none if `start` is `nil`.
    mutating func finishString(keepingFrom start: UnsafePointer<UInt8>?) throws(SnapshotError)
        -> UnsafeBufferPointer<UInt8>
    {
        var start = start
        while true {
            switch place.pointee {
            case UInt8(ascii: "\""):
                place += 1
                let first = start ?? place
                return UnsafeBufferPointer(start: first, count: max(0, place - 1 - first))
            case UInt8(ascii: "\\"): try skipEscape(keeping: &start)
            case 0x80...: try skipScalar(keeping: &start)
            default:
                guard place == window.limit else { throw controlByte() }
                guard try more(keeping: &start) else { throw endWithinText() }
            }
            place = endOfPlainText(from: place)
        }
    }

    private func controlByte() -> SnapshotError {
        let digits = String(place.pointee, radix: 16)
        return errorHere(
            "a control byte stands in a text; write it as \\u00\(digits.utf8.count < 2 ? "0" : "")\(digits)")
    }

    private func endWithinText() -> SnapshotError {
        error("the input ends within a text; is it whole?", at: window.limit)
    }

    /// Reads on behind what is in the window. Both places stay where they are in the text.
    private mutating func more(keeping start: inout UnsafePointer<UInt8>?) throws(SnapshotError) -> Bool {
        let mark = start ?? place
        guard window.limit - mark < JSONWindow.longestText else {
            throw error("a text is longer than 4 MiB, more than a Swarm can hold", at: mark)
        }
        let distance = place - mark
        let found = try window.refill(keepingFrom: mark)
        place = window.start + distance
        if start != nil { start = window.start }
        return found
    }

    /// Sees to it that `count` bytes stand in the window from `place` on, unless the input ends before.
    mutating func require(_ count: Int, keeping start: inout UnsafePointer<UInt8>?) throws(SnapshotError) {
        while window.limit - place < count {
            guard try more(keeping: &start) else { return }
        }
    }

    private mutating func skipEscape(keeping start: inout UnsafePointer<UInt8>?) throws(SnapshotError) {
        try require(12, keeping: &start)
        switch place[1] {
        case let letter where isShortEscape(letter):
            place += 2
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(at: place) else { throw errorHere("\\u wants four hexadecimal digits") }
            guard UTF16.isSurrogate(unit) else {
                place += 6
                return
            }
            guard UTF16.isLeadSurrogate(unit), place[6] == UInt8(ascii: "\\"), place[7] == UInt8(ascii: "u"),
                let second = codeUnit(at: place + 6), UTF16.isTrailSurrogate(second)
            else { throw errorHere("half of a surrogate pair stands alone; write both halves") }
            place += 12
        case 0 where place + 1 == window.limit: throw endWithinText()
        default:
            let escape = UnsafeBufferPointer(start: place, count: 2)
            throw errorHere("\(quoted(escape)) is no escape in JSON; write \\\\ for a backslash")
        }
    }

    /// The UTF-16 code unit that `\uXXXX` at `place` means. The zeros behind the window are no digits.
    private func codeUnit(at place: UnsafePointer<UInt8>) -> UInt16? {
        var unit: UInt16 = 0
        for index in 2..<6 {
            guard let digit = hexadecimalDigit(place[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// Steps over one character that is not ASCII: the well-formed sequences of the Unicode Standard, table 3-7.
    private mutating func skipScalar(keeping start: inout UnsafePointer<UInt8>?) throws(SnapshotError) {
        try require(4, keeping: &start)
        let second: ClosedRange<UInt8>
        let count: Int
        switch place[0] {
        case 0xC2...0xDF: (second, count) = (0x80...0xBF, 2)
        case 0xE0: (second, count) = (0xA0...0xBF, 3)
        case 0xED: (second, count) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, count) = (0x80...0xBF, 3)
        case 0xF0: (second, count) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, count) = (0x80...0xBF, 4)
        case 0xF4: (second, count) = (0x80...0x8F, 4)
        default: throw errorHere("this is not UTF-8; a snapshot is UTF-8 throughout")
        }
        guard second.contains(place[1]), (2..<count).allSatisfy({ place[$0] & 0xC0 == 0x80 }) else {
            throw errorHere("this is not UTF-8; a snapshot is UTF-8 throughout")
        }
        place += count
    }

    /// Undoes the escapes of `text`, which have been checked, where it stands: what they mean is never longer.
    private func undoEscapes(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        guard var from = text.baseAddress else { return text }
        let end = from + text.count
        let start = UnsafeMutablePointer(mutating: from)
        var to = start
        while from < end {
            guard from.pointee == UInt8(ascii: "\\") else {
                to.pointee = from.pointee
                (from, to) = (from + 1, to + 1)
                continue
            }
            guard from[1] == UInt8(ascii: "u"), let unit = codeUnit(at: from) else {
                to.pointee = meaning(ofEscape: from[1])
                (from, to) = (from + 2, to + 1)
                continue
            }
            let second = UTF16.isLeadSurrogate(unit) ? codeUnit(at: from + 6) : nil
            from += second == nil ? 6 : 12
            for byte in utf8(of: unit, second) {
                to.pointee = byte
                to += 1
            }
        }
        return UnsafeBufferPointer(start: start, count: to - start)
    }

    /// The UTF-8 of one character given as one UTF-16 code unit or as a pair.
    private func utf8(of first: UInt16, _ second: UInt16?) -> String.UTF8View {
        String(decoding: second.map { [first, $0] } ?? [first], as: UTF16.self).utf8
    }

    private func meaning(ofEscape letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }
}
