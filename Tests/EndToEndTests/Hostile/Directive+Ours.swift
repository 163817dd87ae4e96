import RouteModel

@testable import NginxCompiler

extension [Directive] {
    /// The names of directives that stand where `template` writes none of that name; `blocks` are around them.
    func foreign(to template: ConfigTemplate, in blocks: [String]) -> [String] {
        let ours = template.directives.names(in: blocks).map { String(decoding: $0.bytes, as: UTF8.self) }
        return flatMap { directive -> [String] in
            let name = String(decoding: directive.name, as: UTF8.self)
            let isKey = blocks.last == "map"
            return (isKey || ours.contains(name) ? [] : [name])
                + (directive.block?.foreign(to: template, in: blocks + [name]) ?? [])
        }
    }
}

extension Directive {
    /// Its own words and those of the directives in it.
    var allWords: [[UInt8]] { [name] + arguments + (block?.flatMap(\.allWords) ?? []) }
}
