/// A template that is known to make balanced nginx configuration of every value of type `Root`.
struct Template<Root: TemplateBlock>: Sendable {
    private let step: Program<Root>.Step

    /// The directives that it can write.
    let directives: DirectiveNames

    /// Loads a template, called `name` in messages; throws the first thing that is wrong with it.
    init(_ text: [UInt8], named name: String) throws(TemplateError) {
        var compiler = try TemplateCompiler(TemplateSource(bytes: text, name: name))
        step = try compiler.program(of: Root.self).step
        directives = compiler.directives
    }

    /// The file that the template makes of `root`, read back with nginx's rules; throws when that gives anything else.
    ///
    /// `capacity` is about how many bytes it may have: room that is not used costs nothing, growing copies the file.
    ///
    /// - Parameters:
    ///   - memory: the last file of this template; what has not changed in it is repeated.
    ///   - sharing: a second thread for long lists, which needs no memory.
    func render(
        _ root: Root, capacity: Int = 64 << 10, remembering memory: RenderMemory? = nil,
        sharing: SharedWork? = nil
    ) throws(RenderError) -> [UInt8] {
        var renderer = Renderer(capacity: capacity, remembering: memory, sharing: sharing)
        step(Context(block: root, kept: .none), &renderer)
        do throws(RenderError) {
            let file = try renderer.finish()
            memory?.keep(file)
            return file
        } catch {
            memory?.keep(nil)
            throw error
        }
    }
}
