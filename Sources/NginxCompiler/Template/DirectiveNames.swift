import RouteModel

/// The directives that a template can write, by the block they stand in.
///
/// A directive's name is always text of the template and never a value, so loading a template meets them all: also
/// those of sections that one file or another leaves out.
struct DirectiveNames: Sendable {
    private var names: [[ByteString]: Set<ByteString>] = [:]

    /// Notes a directive that stands in `blocks`, outermost first; keys of maps have no name.
    mutating func insert(_ name: [UInt8], in blocks: ArraySlice<LexicalState.OpenBlock>) {
        guard !name.isEmpty else { return }
        names[blocks.map { ByteString($0.name) }, default: []].insert(ByteString(name))
    }

    /// The directives directly in `blocks`, such as `["http"]`; no blocks mean the top level.
    func names(in blocks: [String]) -> Set<ByteString> { names[blocks.map { ByteString($0.utf8) }] ?? [] }
}
