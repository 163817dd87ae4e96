/// Where in nginx's grammar a value of a template stands; it decides how the value is written.
struct Place: Hashable, Sendable {
    /// The surroundings of a value.
    enum Surroundings: Hashable, Sendable {
        /// The value begins a bare word, and is all of it when its kind may need quotes.
        case word
        /// The value continues a bare word.
        case bareWord
        /// The value stands between quotes, which are this byte.
        case quotes(UInt8)
    }

    var surroundings: Surroundings

    /// Whether the value begins a key of a `map`, where some words are commands.
    var beginsMapKey: Bool
}
