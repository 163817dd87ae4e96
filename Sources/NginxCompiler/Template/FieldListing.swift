/// The data model of a template as text: every block type once, in the order a reader meets them.
struct FieldListing {
    private var seen: Set<String> = []
    private var sections: [String] = []

    /// The blocks that are found while one is listed wait here, so that each comes after the one that names it.
    private var waiting: [@Sendable (inout FieldListing) -> Void] = []

    /// The fields of `Root` and of every block that can be reached from it.
    static func text<Root: TemplateBlock>(for type: Root.Type) -> String {
        var listing = FieldListing()
        listing.add(Root.fields)
        while !listing.waiting.isEmpty { listing.waiting.removeFirst()(&listing) }
        return listing.sections.joined(separator: "\n")
    }

    /// Adds one block, unless it is there already.
    mutating func add<Block>(_ fields: Fields<Block>) {
        guard seen.insert(fields.name).inserted else { return }
        let rows = fields.all.map { ($0.name, $0.shape.listing, $0.meaning) }
        let widths = (rows.map(\.0.utf8.count).max() ?? 0, rows.map(\.1.utf8.count).max() ?? 0)
        let lines = rows.map { "    \(padded($0, to: widths.0))  \(padded($1, to: widths.1))  \($2)\n" }
        sections.append("\(fields.name): \(fields.meaning)\n" + lines.joined())
        for case .nested(let nested) in fields.all.map(\.shape) { waiting.append(nested.list) }
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: width - text.utf8.count)
    }
}

extension Shape {
    /// The field's type for the listing.
    fileprivate var listing: String {
        switch self {
        case .word(let kind, _): kind.rawValue
        case .optional(let kind, _): "optional \(kind.rawValue)"
        case .flag: "flag"
        case .words(let kind, _): "list of \(kind.rawValue)"
        case .statements: "list of statements"
        case .nested(let nested): nested.listing()
        }
    }
}
