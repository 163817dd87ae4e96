/// Why a document is not TOML: the first fault met when reading from the front.
struct TOMLError: Error, Hashable {
    let position: TextPosition
    /// Lower case, no full stop; says what is wrong and, where one way out is likely, what to write instead.
    let message: String
}
