@testable import RouteModel

/// What `document` reads as, on one line and with every string escaped, or `line:column message`.
func reading(of document: String) -> String { reading(of: Array(document.utf8)) }

func reading(of document: [UInt8]) -> String {
    do {
        return rendering(of: try readTOML(document))
    } catch {
        return "\(error.position) \(error.message)"
    }
}

private func rendering(of table: TOMLTable) -> String {
    "{" + table.entries.map { "\(quoted($0.key)): \(rendering(of: $0.value.kind))" }.joined(separator: ", ") + "}"
}

private func rendering(of kind: TOMLValue.Kind) -> String {
    switch kind {
    case .string(let text): quoted(text)
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let flag): "\(flag)"
    case .offsetDateTime(let date, let time, let offset): "\(rendering(of: date))T\(rendering(of: time))@\(offset)"
    case .localDateTime(let date, let time): "\(rendering(of: date))T\(rendering(of: time))"
    case .localDate(let date): rendering(of: date)
    case .localTime(let time): rendering(of: time)
    case .array(let values): "[" + values.map { rendering(of: $0.kind) }.joined(separator: ", ") + "]"
    case .table(let table): rendering(of: table)
    }
}

private func rendering(of date: TOMLDate) -> String { "\(date.year)-\(date.month)-\(date.day)" }

private func rendering(of time: TOMLTime) -> String { "\(time.hour):\(time.minute):\(time.second).\(time.nanosecond)" }

/// In apostrophes, so that a test's own quotes need no escape; control characters as `<0A>`.
private func quoted(_ text: String) -> String {
    "'"
        + text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "<\(hexadecimal($0.value))>" : "\($0)" }
        .joined() + "'"
}

private func hexadecimal(_ number: UInt32) -> String {
    (number < 16 ? "0" : "") + String(number, radix: 16, uppercase: true)
}
