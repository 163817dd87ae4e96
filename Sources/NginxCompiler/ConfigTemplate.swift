/// A template that writes nginx.conf: the built-in one, or an operator's own.
public struct ConfigTemplate: Sendable {
    private let load: @Sendable () -> Result<Template<ConfigBlock>, CompilerFault>

    /// Loads a template; `name` is what messages call it. Throws the first thing that is wrong with it.
    public init(_ text: [UInt8], named name: String) throws(TemplateError) {
        let template = try Template<ConfigBlock>(text, named: name)
        load = { .success(template) }
    }

    /// One that somebody else is loading meanwhile: `template` waits for it, and is asked as often as it is needed.
    public init(awaiting template: @escaping @Sendable () -> Result<ConfigTemplate, CompilerFault>) {
        load = { template().flatMap { $0.load() } }
    }

    /// The built-in one. Loading it is tested, so that it never throws in a program that was released.
    public static func builtIn() throws(CompilerFault) -> ConfigTemplate {
        do throws(TemplateError) {
            return try ConfigTemplate(builtInText, named: "nginx.conf.template")
        } catch {
            throw CompilerFault(message: "\(error)")
        }
    }

    /// The text of the built-in one, for operators to change.
    public static var builtInText: [UInt8] { PackageResources.nginx_conf_template }

    /// What a template can name: each block with its fields, what they hold and what they mean.
    public static var fieldListing: String { FieldListing.text(for: ConfigBlock.self) }
}

extension ConfigTemplate {
    /// Itself, as soon as it has been loaded.
    func loaded() throws(CompilerFault) -> Template<ConfigBlock> { try load().get() }

    /// The directives that it can write; none if it cannot be loaded, since there will be no file then.
    var directives: DirectiveNames { (try? loaded().directives) ?? DirectiveNames() }
}
