import RouteModel
import Testing

@testable import NginxCompiler

/// Which directives a template is known to write, and so which an operator's statements cannot repeat.
@Suite struct DirectiveNamesTests {
    private func names(in blocks: [String], of template: String) throws -> Set<ByteString> {
        try Template<SampleFile>(Array(template.utf8), named: "test").directives.names(in: blocks)
    }

    @Test func areThoseOfEverySectionAndPartial() throws {
        let template = """
            {{< p}}c on;{{/p}}
            a{{#isVerbose}} x{{/isVerbose}};
            http { {{^anything}}b "b;{";{{/anything}} {{> p}} # d on;
              "e" { f; } map g h { i j; } }
            """
        #expect(try names(in: [], of: template) == ["a", "http"])
        #expect(try names(in: ["http"], of: template) == ["b", "c", "e", "map"])
        #expect(try names(in: ["http", "e"], of: template) == ["f"])
        #expect(try names(in: ["http", "map"], of: template).isEmpty)
        #expect(try names(in: ["stream"], of: template).isEmpty)
    }

    @Test func ofTheBuiltInTemplateAreInTheirBlocks() throws {
        let directives = try ConfigTemplate.builtIn().directives
        #expect(directives.names(in: []).isSuperset(of: ["user", "pid", "events", "http", "stream"]))
        #expect(directives.names(in: ["http"]).isSuperset(of: ["keepalive_timeout", "ssl_dhparam", "server"]))
        #expect(!directives.names(in: ["http"]).contains("listen"))
    }
}
