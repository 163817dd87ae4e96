import Testing

@testable import NginxCompiler

/// How large a template may become by what stands in what: none takes the stack, or minutes.
@Suite struct TemplateLimitTests {
    private func complaint(about template: String) -> String {
        do throws(TemplateError) {
            _ = try Template<SampleFile>(Array(template.utf8), named: "test")
            return "loads"
        } catch { return error.description }
    }

    @Test func refusesPartialsThatDoubleEachOther() {
        let partials = (1...40).map { "{{< p\($0)}}{{> p\($0 - 1)}}{{> p\($0 - 1)}}{{/p\($0)}}" }
        let complaint = complaint(about: "{{< p0}}a;{{/p0}}" + partials.joined() + "{{> p40}}")
        #expect(complaint.contains("stand in each other too often to be compiled; use fewer (in the partial `p"))
    }

    @Test func refusesListsThatDoubleEachOther() {
        let opening = String(repeating: "{{#upstreams}} b", count: 40)
        let complaint = complaint(about: "a" + opening + String(repeating: "{{/upstreams}}", count: 40) + ";")
        #expect(complaint.hasSuffix("stand in each other too often to be compiled; use fewer"), "\(complaint)")
    }

    @Test func refusesTooManySections() {
        let template = String(repeating: "{{#isVerbose}}", count: 10_000)
        #expect(complaint(about: template) == "test:1:897: more than 64 sections stand in each other; use fewer")
    }

    @Test func refusesPartialsThatNestTooDeeply() {
        let partials = (1...4_000).map { "{{< p\($0)}}{{> p\($0 - 1)}}{{/p\($0)}}" }
        let plain = complaint(about: "{{< p0}}a;{{/p0}}" + partials.joined() + "{{> p4000}}")
        #expect(plain.contains("more than 100 sections and partials stand in each other; use fewer"), "\(plain)")
        let (opening, closing) = (
            String(repeating: "{{#isVerbose}}", count: 60), String(repeating: "{{/isVerbose}}", count: 60)
        )
        let nested = (1...300).map { "{{< p\($0)}}\(opening){{> p\($0 - 1)}}\(closing){{/p\($0)}}" }
        let sections = complaint(about: "{{< p0}}a;{{/p0}}" + nested.joined() + "{{> p300}}")
        #expect(sections.contains("more than 100 sections and partials stand in each other"), "\(sections)")
    }
}
