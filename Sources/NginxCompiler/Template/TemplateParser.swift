/// Puts the pieces of a template together: sections with their bodies, and the partials by name.
struct TemplateParser {
    private let source: TemplateSource
    private var tags: ArraySlice<TemplateTag>

    /// The first byte behind the last tag and its lines.
    private var offset = 0

    /// The sections that are open, and how many may be: few enough for every stack.
    private var depth = 0
    private static let deepest = 64

    private(set) var partials: [String: TemplateSection] = [:]

    /// The parts of the template outside its partials.
    private(set) var nodes: [TemplateNode] = []

    /// Reads a whole template; throws the first error of its tags.
    init(_ source: TemplateSource) throws(TemplateError) {
        self.source = source
        tags = try TemplateScanner.tags(of: source)[...]
        nodes = try body(of: nil).nodes
    }
}

extension TemplateParser {
    /// What stands up to the tag that closes `opening`, and that tag; up to the end when there is none to close.
    private mutating func body(of opening: TemplateTag?) throws(TemplateError) -> (
        nodes: [TemplateNode], closing: TemplateTag?
    ) {
        var nodes: [TemplateNode] = []
        nodes.reserveCapacity(4)
        while let tag = tags.popFirst() {
            addText(upTo: tag.extent.lowerBound, to: &nodes)
            offset = tag.extent.upperBound
            if tag.role == .close {
                try check(tag, closes: opening)
                return (nodes, tag)
            }
            try add(tag, to: &nodes, in: opening)
        }
        addText(upTo: source.bytes.count, to: &nodes)
        guard let opening else { return (nodes, nil) }
        throw source.error("`\(opening.name)` is not closed; add {{/\(opening.name)}}", at: opening.range.lowerBound)
    }

    private func addText(upTo end: Int, to nodes: inout [TemplateNode]) {
        if offset < end { nodes.append(.text(offset..<end)) }
    }

    private mutating func add(
        _ tag: TemplateTag, to nodes: inout [TemplateNode], in opening: TemplateTag?
    ) throws(TemplateError) {
        switch tag.role {
        case .value: nodes.append(.value(tag))
        case .partial: nodes.append(.partial(tag))
        case .section, .inverted: nodes.append(.section(try section(openedBy: tag)))
        case .definition: try define(tag, in: opening)
        case .close, .comment: break
        }
    }

    private mutating func section(openedBy tag: TemplateTag) throws(TemplateError) -> TemplateSection {
        guard depth < Self.deepest else {
            throw source.error(
                "more than \(Self.deepest) sections stand in each other; use fewer", at: tag.range.lowerBound)
        }
        depth += 1
        defer { depth -= 1 }
        let (body, closing) = try body(of: tag)
        return TemplateSection(opening: tag, closing: closing ?? tag, body: body)
    }

    private mutating func define(_ tag: TemplateTag, in opening: TemplateTag?) throws(TemplateError) {
        if let opening {
            throw source.error(
                "the partial `\(tag.name)` is defined inside `\(opening.name)`; move it to the top level",
                at: tag.range.lowerBound)
        }
        if let first = partials[tag.name] {
            let place = source.position(of: first.opening.range.lowerBound)
            throw source.error(
                "the partial `\(tag.name)` is defined already at \(place); rename one", at: tag.range.lowerBound)
        }
        partials[tag.name] = try section(openedBy: tag)
    }

    private func check(_ tag: TemplateTag, closes opening: TemplateTag?) throws(TemplateError) {
        guard let opening else {
            throw source.error("{{/\(tag.name)}} closes nothing; remove it", at: tag.range.lowerBound)
        }
        guard opening.name != tag.name else { return }
        let place = source.position(of: opening.range.lowerBound)
        throw source.error(
            "{{/\(tag.name)}} stands where `\(opening.name)`, opened at \(place), must be closed first",
            at: tag.range.lowerBound)
    }
}
