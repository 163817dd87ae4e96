/// A template that is known to make balanced nginx configuration of every value of type `Root`.
struct Template<Root: TemplateBlock>: Sendable {
    private let program: Program<Root>

    /// The directives that it can write.
    let directives: DirectiveNames

    /// Loads a template, called `name` in messages; throws the first thing that is wrong with it.
    init(_ text: [UInt8], named name: String) throws(TemplateError) {
        var compiler = try TemplateCompiler(TemplateSource(bytes: text, name: name))
        program = try compiler.program(of: Root.self)
        directives = compiler.directives
    }

    /// The file that the template makes of `root`, read back with nginx's rules; throws when that gives anything else.
    func render(_ root: Root) throws(RenderError) -> [UInt8] {
        var renderer = Renderer(capacity: 64 * 1_024)
        program.run(Context(block: root, frame: nil), into: &renderer)
        return try renderer.finish()
    }
}
