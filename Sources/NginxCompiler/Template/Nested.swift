/// A field that holds blocks, whose type is known only to the closures.
///
/// Closures and not a class: the optimiser specialises a closure for the block's type where it is made,
/// but leaves the methods of a generic class unspecialised.
struct Nested<Input>: Sendable {
    /// Writes the section for whatever `Input` holds; blocks around it are reached through what is kept of them.
    typealias Run = @Sendable (Input, KeptBlocks, inout Renderer) -> Void

    /// Such as `a list of blocks`, for messages.
    let summary: String

    /// Such as `list of peer`, for listings.
    let listing: @Sendable () -> String

    /// Whether there is a block; `nil` when there always is.
    let isPresent: (@Sendable (Input) -> Bool)?

    /// Whether the section may be repeated.
    let isList: Bool

    /// The names a template may use inside.
    let fieldNames: @Sendable () -> [String]

    /// The field inside the block that a name leads to; `nil` when there may be no block, or several.
    let member: (@Sendable (ArraySlice<String>) throws(Complaint) -> Shape<Input>?)?

    /// Compiles the body of a section.
    let compile: @Sendable (TemplateSection, inout TemplateCompiler) throws(TemplateError) -> Run

    /// Adds the block's own fields to a listing.
    let list: @Sendable (inout FieldListing) -> Void
}

extension Nested {
    /// A list of blocks.
    static func list<Child: TemplateBlock>(of type: Child.Type, _ read: @escaping @Sendable (Input) -> [Child]) -> Self
    {
        list(of: type, read) { (section, compiler) throws(TemplateError) in
            let body = try compiler.program(of: Child.self, for: section).step
            return { input, kept, renderer in
                for child in read(input) { body(Context(block: child, kept: kept), &renderer) }
            }
        }
    }

    /// A list of objects, which may be the same in the next file.
    static func list<Child: TemplateBlock & AnyObject>(
        ofObjects type: Child.Type, _ read: @escaping @Sendable (Input) -> [Child]
    ) -> Self {
        list(of: type, read) { (section, compiler) throws(TemplateError) in
            let (body, list) = try compiler.items(of: Child.self, for: section)
            return { input, kept, renderer in
                let children = read(input)
                if let list, renderer.begins(list, of: children, in: kept) {
                    renderer.repeatOrWrite(children, in: kept, by: body)
                } else if list != nil {
                    renderer.writeAtOnce(children, in: kept, by: body)
                } else {
                    for child in children { body(Context(block: child, kept: kept), &renderer) }
                }
            }
        }
    }

    private static func list<Child: TemplateBlock>(
        of type: Child.Type, _ read: @escaping @Sendable (Input) -> [Child],
        compile: @escaping @Sendable (TemplateSection, inout TemplateCompiler) throws(TemplateError) -> Run
    ) -> Self {
        Self(
            summary: "a list of blocks", listing: { "list of \(Child.fields.name)" }, isPresent: { !read($0).isEmpty },
            isList: true, fieldNames: { Child.fields.all.map(\.name) }, member: nil, compile: compile,
            list: { $0.add(Child.fields) })
    }

    /// A block that may be absent.
    static func optional<Child: TemplateBlock>(
        _ type: Child.Type, _ read: @escaping @Sendable (Input) -> Child?
    ) -> Self {
        Self(
            summary: "an optional block", listing: { "optional \(Child.fields.name)" }, isPresent: { read($0) != nil },
            isList: false,
            fieldNames: { Child.fields.all.map(\.name) },
            member: nil,
            compile: { (section, compiler) throws(TemplateError) in
                let body = try compiler.program(of: Child.self, for: section).step
                return { input, kept, renderer in
                    guard let child = read(input) else { return }
                    body(Context(block: child, kept: kept), &renderer)
                }
            },
            list: { $0.add(Child.fields) })
    }

    /// A block that is always there.
    static func part<Child: TemplateBlock>(_ type: Child.Type, _ read: @escaping @Sendable (Input) -> Child) -> Self {
        Self(
            summary: "a block", listing: { Child.fields.name }, isPresent: nil, isList: false,
            fieldNames: { Child.fields.all.map(\.name) },
            member: { (path) throws(Complaint) in try Child.fields.find(path)?.from(Part(block: read)) },
            compile: { (section, compiler) throws(TemplateError) in
                let body = try compiler.program(of: Child.self, for: section).step
                return { input, kept, renderer in
                    body(Context(block: read(input), kept: kept), &renderer)
                }
            },
            list: { $0.add(Child.fields) })
    }

    /// The same field, read from what leads to its owner.
    func from<Other: Way>(_ way: Other) -> Nested<Other.Source> where Other.Block == Input {
        var isOtherPresent: (@Sendable (Other.Source) -> Bool)?
        if let isPresent { isOtherPresent = { way.read(from: $0, isPresent) } }
        var otherMember: (@Sendable (ArraySlice<String>) throws(Complaint) -> Shape<Other.Source>?)?
        if let member { otherMember = { (path) throws(Complaint) in try member(path)?.from(way) } }
        return Nested<Other.Source>(
            summary: summary, listing: listing, isPresent: isOtherPresent, isList: isList, fieldNames: fieldNames,
            member: otherMember,
            compile: { [compile] (section, compiler) throws(TemplateError) in
                let run = try compile(section, &compiler)
                return { other, kept, renderer in way.read(from: other) { run($0, kept, &renderer) } }
            },
            list: list)
    }
}
