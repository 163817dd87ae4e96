/// A template's bytes and its name, for those who report errors in it.
struct TemplateSource: Sendable {
    let bytes: [UInt8]
    let name: String

    /// An error at the byte at `offset`.
    func error(_ message: String, at offset: Int) -> TemplateError {
        TemplateError(template: name, position: position(of: offset), message: message)
    }

    /// The line and column of the byte at `offset`.
    func position(of offset: Int) -> TemplatePosition { TemplatePosition(of: offset, in: bytes) }
}
