/// A value and where it is written.
struct TOMLValue: Sendable {
    enum Kind: Sendable {
        case string(String)
        case integer(Int64)
        case float(Double)
        case boolean(Bool)
        /// `offset` is in minutes east of UTC, within ±1439; `Z` and `-00:00` are 0.
        case offsetDateTime(TOMLDate, TOMLTime, offset: Int)
        case localDateTime(TOMLDate, TOMLTime)
        case localDate(TOMLDate)
        case localTime(TOMLTime)
        case array([TOMLValue])
        case table(TOMLTable)
    }

    let kind: Kind
    /// The value's first byte; for what headers or dotted keys make, the key that defines it.
    let position: TextPosition
}

extension TOMLValue {
    /// The value for messages, on one line: in full for what options take, else its type.
    var text: String {
        switch kind {
        case .string(let text): quoted(text.utf8)
        case .integer(let number): "\(number)"
        case .boolean(let flag): "\(flag)"
        case .array(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
        default: "a value of type \(typeName)"
        }
    }

    /// The standard's name of the value's type, for messages.
    var typeName: String {
        switch kind {
        case .string: "string"
        case .integer: "integer"
        case .float: "float"
        case .boolean: "boolean"
        case .offsetDateTime: "offset date-time"
        case .localDateTime: "local date-time"
        case .localDate: "local date"
        case .localTime: "local time"
        case .array: "array"
        case .table: "table"
        }
    }
}
