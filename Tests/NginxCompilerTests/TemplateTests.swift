import Testing

@testable import NginxCompiler

/// What templates of the sample model write.
@Suite struct TemplateTests {
    private let upstream = SampleUpstream(
        name: "u1", peers: [SamplePeer(address: "10.0.0.1:80", maxFails: 3), SamplePeer(address: "10.0.0.2:80")],
        zone: SampleZone(name: "z1", size: "64k"), hosts: ["a.example", "*.b.example"], keepalive: 16)

    private func render(_ template: String, _ file: SampleFile) throws -> String {
        let template = try Template<SampleFile>(Array(template.utf8), named: "test")
        return String(decoding: try template.render(file), as: UTF8.self)
    }

    @Test func writesNestedBlocks() throws {
        let template = """
            {{! pools first }}
            http {
                {{#upstreams}}
                upstream {{name}} {
                    {{#zone}}
                    zone {{name}} {{zone.size}};
                    {{/zone}}
                    {{#peers}}
                    server {{address}}{{#maxFails}} max_fails={{.}}{{/maxFails}};
                    {{/peers}}
                }
                {{/upstreams}}
            }

            """
        #expect(
            try render(template, SampleFile(upstreams: [upstream])) == """
                http {
                    upstream u1 {
                        zone z1 64k;
                        server 10.0.0.1:80 max_fails=3;
                        server 10.0.0.2:80;
                    }
                }

                """)
    }
}
