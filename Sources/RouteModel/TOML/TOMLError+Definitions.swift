/// Faults of documents that define something twice. `name` is a `TOMLPath.spelling`: a table's
/// from the root in a header, and a key's from the table that is open.
extension TOMLError {
    static func keyTaken(_ name: String, since first: TextPosition, at position: TextPosition) -> Self {
        Self(position: position, message: "key \"\(name)\" is already set on line \(first.line)")
    }

    static func tableTaken(_ name: String, since first: TextPosition, at position: TextPosition) -> Self {
        Self(
            position: position, message: "table [\(name)] is already defined on line \(first.line); put its keys there")
    }

    static func tableClosed(_ name: String, since first: TextPosition, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\"\(name)\" is the table that line \(first.line) defines; put this key there, without the dots")
    }

    static func arrayClosed(_ name: String, since first: TextPosition, at position: TextPosition) -> Self {
        Self(
            position: position,
            message:
                "\"\(name)\" is an array of tables since line \(first.line); only its headers add to it")
    }

    static func tableIsArray(_ name: String, since first: TextPosition, at position: TextPosition) -> Self {
        Self(
            position: position,
            message:
                "\"\(name)\" is an array of tables since line \(first.line); write [[\(name)]] for its next element")
    }

    static func arrayIsTable(_ name: String, since first: TextPosition, at position: TextPosition) -> Self {
        Self(
            position: position,
            message: "\"\(name)\" is a table since line \(first.line) and cannot be an array of tables too")
    }

    static func notATable(_ name: String, _ value: TOMLValue, at position: TextPosition) -> Self {
        let reason =
            if case .table = value.kind {
                "is an inline table, closed on line \(value.position.line); put all its keys between its braces"
            } else {
                "is set on line \(value.position.line) to a value of type \(value.typeName), which has no keys"
            }
        return Self(position: position, message: "\"\(name)\" \(reason)")
    }

    static func notAnArrayOfTables(_ name: String, _ value: TOMLValue, at position: TextPosition) -> Self {
        guard case .array = value.kind else { return .keyTaken(name, since: value.position, at: position) }
        return Self(
            position: position,
            message: "the array \"\(name)\" is complete on line \(value.position.line); [[\(name)]] cannot add to it")
    }
}
