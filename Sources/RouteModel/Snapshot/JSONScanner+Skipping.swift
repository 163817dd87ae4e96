/// Passing over what is not needed, checked like the rest.
extension JSONScanner {
    /// Steps over the value that comes next, whatever it is.
    mutating func skipValue() throws(SnapshotError) {
        let outside = depth
        var walk = PlainWalk(from: place, depth: depth, isObject: isObject)
        try finish(walk.run(downTo: outside, beforeValue: true), downTo: outside, after: walk)
    }

    /// After a member: steps over those that follow and that `names` does not know, one here and there excepted.
    mutating func skipMembers<Name>(unknownTo names: JSONNames<Name>) throws(SnapshotError) {
        let outside = depth
        var walk = PlainWalk(from: place, depth: depth, isObject: isObject)
        try finish(walk.passMembers(unknownTo: names), downTo: outside, after: walk)
    }

    /// Steps over what a walk has left of a value that stands in `outside` containers. `beforeValue` is what it returned.
    private mutating func finish(
        _ beforeValue: Bool, downTo outside: Int, after walk: PlainWalk
    ) throws(SnapshotError) {
        var beforeValue = beforeValue
        (place, depth) = (walk.place, walk.depth)
        while beforeValue || depth > outside {
            beforeValue = beforeValue ? try skipToken() : try skipEnd()
            var walk = PlainWalk(from: place, depth: depth, isObject: isObject)
            beforeValue = walk.run(downTo: outside, beforeValue: beforeValue)
            (place, depth) = (walk.place, walk.depth)
        }
    }

    /// Steps over the value that comes next or, if it is a container that is not empty, to the first value in it.
    /// Returns whether that was so.
    private mutating func skipToken() throws(SnapshotError) -> Bool {
        switch try peek() {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "{"):
            try open(object: true)
            if try peek() != UInt8(ascii: "}") {
                try skipName()
                return true
            }
            close()
        case UInt8(ascii: "["):
            try open(object: false)
            if try peek() != UInt8(ascii: "]") { return true }
            close()
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try skipNumber()
        case UInt8(ascii: "t"): try skip("true")
        case UInt8(ascii: "f"): try skip("false")
        case UInt8(ascii: "n"): try skip("null")
        default: throw unexpected(wanted: "a value")
        }
        return false
    }

    /// After a value: steps over a closing bracket, or over a comma to where the next value begins.
    /// Returns whether it was a comma.
    private mutating func skipEnd() throws(SnapshotError) -> Bool {
        let inObject = isObject[depth]
        switch try peek() {
        case UInt8(ascii: ","):
            place += 1
            if inObject { try skipName() }
            return true
        case UInt8(ascii: "}") where inObject, UInt8(ascii: "]") where !inObject:
            close()
            return false
        default: throw unexpected(wanted: inObject ? "a comma or \"}\"" : "a comma or \"]\"")
        }
    }

    /// Steps over a member's name and its colon.
    private mutating func skipName() throws(SnapshotError) {
        guard try peek() == UInt8(ascii: "\"") else { throw unexpected(wanted: "a member's name in quotes") }
        try skipString()
        try expect(UInt8(ascii: ":"), "a colon")
    }

    /// Steps over the string whose opening quote is at `place`.
    private mutating func skipString() throws(SnapshotError) {
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
