/// The number that `text` writes in plain decimal digits, as many as `digits` allows and without a leading zero.
///
/// `Int(_:)` also reads `+80` and `080`, and a regular expression's `\d` other scripts' digits.
func decimal(_ text: some Collection<UInt8>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.count), text.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
        return nil
    }
    if text.count > 1, text.first == UInt8(ascii: "0") { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
}
