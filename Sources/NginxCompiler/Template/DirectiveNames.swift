import RouteModel

/// The directives that a template can write, by the block they stand in.
///
/// A directive's name is always text of the template and never a value, so loading a template meets them all: also
/// those of sections that one file or another leaves out. They are put together only when asked for, which most runs
/// do not: to sort them in while loading took a tenth of the time that loading takes.
struct DirectiveNames: Sendable {
    private var all: [(name: [UInt8], blocks: ArraySlice<LexicalState.OpenBlock>)] = []

    /// Notes a directive that stands in `blocks`, outermost first; keys of maps have no name.
    mutating func insert(_ name: [UInt8], in blocks: ArraySlice<LexicalState.OpenBlock>) {
        if !name.isEmpty { all.append((name, blocks)) }
    }

    /// The directives directly in `blocks`, such as `["http"]`; no blocks mean the top level.
    func names(in blocks: [String]) -> Set<ByteString> {
        let there = all.lazy.filter { $0.blocks.elementsEqual(blocks) { $0.name.elementsEqual($1.utf8) } }
        return Set(there.map { ByteString($0.name) })
    }
}
