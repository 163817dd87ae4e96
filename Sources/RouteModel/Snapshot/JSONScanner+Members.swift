/// Objects and arrays that are read, not passed over.
extension JSONScanner {
    /// Reads an object: hands every member that `names` knows to `read`, which must read or skip its value, and passes
    /// over the others. A member that `names` knows may stand there once only. No object: passed over, returns `false`.
    @discardableResult
    mutating func members<Name>(
        _ names: JSONNames<Name>,
        read: (inout JSONScanner, Name) throws(SnapshotError) -> Void
    ) throws(SnapshotError) -> Bool {
        guard var hasNext = try openObject() else { return false }
        var seen: UInt64 = 0
        while hasNext {
            let index = names.index(of: try memberName())
            try expect(UInt8(ascii: ":"), "a colon")
            if let index {
                guard seen & (1 << UInt64(index)) == 0 else {
                    throw errorHere("the member \"\(names.text(at: index))\" is given twice in one object")
                }
                seen |= names.single & 1 << UInt64(index)
                try read(&self, names[index])
            } else {
                try skipValue()
            }
            try skipMembers(unknownTo: names)
            hasNext = try stepsToNextMember()
        }
        return true
    }

    /// Reads an object: hands every member's name, its escapes undone, to `read`, which must read or skip the value.
    /// The name's bytes stay where they are only until the scanner is used again.
    @discardableResult
    mutating func object(
        _ read: (inout JSONScanner, UnsafeBufferPointer<UInt8>) throws(SnapshotError) -> Void
    ) throws(SnapshotError) -> Bool {
        guard var hasNext = try openObject() else { return false }
        while hasNext {
            let name = try memberName()
            // The colon, and what follows it, may lie behind the window's end: look before the name's bytes move.
            try stepOverColon(keeping: name, read)
            hasNext = try stepsToNextMember()
        }
        return true
    }

    /// Opens the object that comes next. Returns whether it has a member; `nil`, and the value is passed over, if it is
    /// no object.
    private mutating func openObject() throws(SnapshotError) -> Bool? {
        guard try peek() == UInt8(ascii: "{") else {
            try skipValue()
            return nil
        }
        try open(object: true)
        guard try peek() == UInt8(ascii: "}") else { return true }
        close()
        return false
    }

    private mutating func memberName() throws(SnapshotError) -> UnsafeBufferPointer<UInt8> {
        guard try peek() == UInt8(ascii: "\"") else { throw unexpected(wanted: "a member's name in quotes") }
        return try stringHere()
    }

    /// After a member: whether another one follows. Closes the object if none does.
    private mutating func stepsToNextMember() throws(SnapshotError) -> Bool {
        guard try peek() == UInt8(ascii: "}") else {
            try expect(UInt8(ascii: ","), "a comma or \"}\"")
            return true
        }
        close()
        return false
    }

    private mutating func stepOverColon(
        keeping name: UnsafeBufferPointer<UInt8>,
        _ read: (inout JSONScanner, UnsafeBufferPointer<UInt8>) throws(SnapshotError) -> Void
    ) throws(SnapshotError) {
        if place.pointee == UInt8(ascii: ":") {
            place += 1
            return try read(&self, name)
        }
        let copy = Array(name)
        try expect(UInt8(ascii: ":"), "a colon")
        try copy.withUnsafeBufferPointer { (name) throws(SnapshotError) in try read(&self, name) }
    }

    /// Reads an array: calls `read` at each element, which it must read or skip. No array: passed over, returns `false`.
    @discardableResult
    mutating func elements(_ read: (inout JSONScanner) throws(SnapshotError) -> Void) throws(SnapshotError) -> Bool {
        guard try peek() == UInt8(ascii: "[") else {
            try skipValue()
            return false
        }
        try open(object: false)
        if try peek() == UInt8(ascii: "]") {
            close()
            return true
        }
        while true {
            try read(&self)
            if try peek() == UInt8(ascii: "]") { break }
            try expect(UInt8(ascii: ","), "a comma or \"]\"")
        }
        close()
        return true
    }

    /// The whole number that comes next, or `nil`, and the value is passed over, if it is none or does not fit.
    mutating func integer() throws(SnapshotError) -> Int? {
        let first = try peek()
        guard first == UInt8(ascii: "-") || isDigit(first) else {
            try skipValue()
            return nil
        }
        var nothing: UnsafePointer<UInt8>?
        try require(32, keeping: &nothing)
        let value = wholeNumber(at: place)
        try skipNumber()
        return value
    }

    /// The truth value that comes next, or `nil`, and the value is passed over, if it is none.
    mutating func boolean() throws(SnapshotError) -> Bool? {
        let first = try peek()
        try skipValue()
        return first == UInt8(ascii: "t") ? true : first == UInt8(ascii: "f") ? false : nil
    }

    /// The number whose first byte is at `start`; `nil` if it has a fraction or an exponent or is too large.
    private func wholeNumber(at start: UnsafePointer<UInt8>) -> Int? {
        let isNegative = start.pointee == UInt8(ascii: "-")
        var place = isNegative ? start + 1 : start
        var value = 0
        while isDigit(place.pointee) {
            let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.addingReportingOverflow(Int(place.pointee - UInt8(ascii: "0")))
            guard !tooLarge, !overflow else { return nil }
            value = sum
            place += 1
        }
        guard place.pointee != UInt8(ascii: "."), place.pointee | 0x20 != UInt8(ascii: "e") else { return nil }
        return isNegative ? -value : value
    }
}
