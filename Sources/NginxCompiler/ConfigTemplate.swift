/// A template that writes nginx.conf: the built-in one, or an operator's own.
public struct ConfigTemplate: Sendable {
    let template: Template<ConfigBlock>

    /// Loads a template; `name` is what messages call it. Throws the first thing that is wrong with it.
    public init(_ text: [UInt8], named name: String) throws(TemplateError) {
        template = try Template(text, named: name)
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
