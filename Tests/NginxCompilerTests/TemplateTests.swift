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

    @Test func writesAFileThatReadsAsItWasMeant() throws {
        let template = """
            {{! pools first }}
            http {
                # {{! not this }} pools
                {{#upstreams}}
                upstream {{name}} {
                    {{#zone}}
                    zone {{name}} {{zone.size}};
                    {{/zone}}
                    {{#peers}}
                    server {{address}}{{#maxFails}} max_fails={{.}}{{/maxFails}};
                    {{/peers}}
                    {{^peers}}
                    server unix:/none down;
                    {{/peers}}
                }
                {{/upstreams}}
            }

            """
        let empty = SampleUpstream(name: "u2")
        #expect(
            try render(template, SampleFile(upstreams: [upstream, empty])) == """
                http {
                    #  pools
                    upstream u1 {
                        zone z1 64k;
                        server 10.0.0.1:80 max_fails=3;
                        server 10.0.0.2:80;
                    }
                    upstream u2 {
                        server unix:/none down;
                    }
                }

                """)
    }

    @Test(arguments: [
        // Lines that hold one tag.
        ("a;\n  {{#isVerbose}}  \nb;\n\t{{/isVerbose}}\nc;\n", "a;\nb;\nc;\n"),
        ("a;\r\n{{#isVerbose}}\r\nb;\r\n{{/isVerbose}}\r\n", "a;\r\nb;\r\n"),
        ("{{#isVerbose}}\na;\n{{/isVerbose}}", "a;\n"),
        ("{{! one\n  two }}\na;\n", "a;\n"),
        ("a; {{! one }}\nb;\n", "a; \nb;\n"),
        ("{{#isVerbose}}{{/isVerbose}}\na;\n", "\na;\n"),
        ("{{#isVerbose}} a;{{/isVerbose}}\n", " a;\n"),
        // Names.
        ("a {{ host }};", "a default;"),
        ("a {{limits.wait}};", "a 75s;"),
        ("{{#limits}}a {{wait}} {{limits.wait}};{{/limits}}", "a 75s 75s;"),
        ("{{#upstreams}}a {{name}} {{host}};{{/upstreams}}", "a u1 default;"),
        ("{{#upstreams}}{{#zone}}a {{name}} {{upstreams.name}};{{/zone}}{{/upstreams}}", "a z1 u1;"),
        ("{{#upstreams}}{{#peers}}a {{name}} {{host}};{{/peers}}{{/upstreams}}", "a u1 default;a u1 default;"),
        (
            "{{#upstreams}}{{#peers}}{{#isVerbose}}a {{address}};{{/isVerbose}}{{/peers}}{{/upstreams}}",
            "a 10.0.0.1:80;a 10.0.0.2:80;"
        ),
        (
            "{{#upstreams}}{{#peers}}{{#zone}}a {{size}} {{address}};{{/zone}}{{/peers}}{{/upstreams}}",
            "a 64k 10.0.0.1:80;a 64k 10.0.0.2:80;"
        ),
        ("{{#upstreams}}{{#peers}}{{#limits}}a {{wait}};{{/limits}}{{/peers}}{{/upstreams}}", "a 75s;a 75s;"),
        // Items.
        ("{{#upstreams}}server_name{{#hosts}} {{.}}{{/hosts}};{{/upstreams}}", "server_name a.example *.b.example;"),
        (
            "{{#upstreams}}{{#hosts}}{{#keepalive}}a {{.}};{{/keepalive}}b {{.}};{{/hosts}}{{/upstreams}}",
            "a 16;b a.example;a 16;b *.b.example;"
        ),
        (
            "{{#upstreams}}{{#hosts}}{{#isVerbose}}a {{.}};{{/isVerbose}}{{/hosts}}{{/upstreams}}",
            "a a.example;a *.b.example;"
        ),
        ("a{{#anything}} {{.}}{{/anything}};", "a \"two words\";"),
        ("a{{#anything}} {{.}}{{/anything}}{{^anything}} none{{/anything}};", "a \"two words\";"),
        ("{{#options}}\n    {{.}}\n{{/options}}\n", "    gzip on;\n    a { b 'c d'; }\n"),
        ("{{^options}}a;{{/options}}", ""),
        // Partials.
        (
            "{{< x}}\na {{host}};\n{{/x}}\n{{> x}}\n{{#upstreams}}\n{{> x}}\n{{/upstreams}}\n",
            "a default;\na default;\n"
        ),
        ("{{< x}}{{name}}{{/x}}{{#upstreams}}a {{> x}} \"{{> x}}\";{{/upstreams}}", "a u1 \"u1\";"),
        // Partials alone on a line are indented like their tag.
        ("{{< x}}\na;\n\n  b {\n}\n{{/x}}\nc {\n    {{> x}}  \n}\n", "c {\n    a;\n\n      b {\n    }\n}\n"),
        ("{{< x}}a;{{/x}}\n  {{> x}}\nb;\n", "\n  a;b;\n"),
        ("{{< x}}\na;\n{{/x}}\n  b; {{> x}}\n", "  b; a;\n\n"),
        ("{{< x}}\na \"b\nc\"\nd\\\ne;\n{{/x}}\n  {{> x}}\n", "  a \"b\nc\"\n  d\\\ne;\n"),
        ("{{< x}}\na;\n{{/x}}\n{{< y}}\n  {{> x}}\n{{/y}}\n\t{{> y}}\n", "\t  a;\n"),
        (
            "{{< x}}\n{{#options}}\n{{.}}\n{{/options}}\na\n{{host}};\n{{/x}}\n  {{> x}}\n",
            "  gzip on;\n  a { b 'c d'; }\n  a\n  default;\n"
        ),
        ("{{< x}}\r\na;\r\n\r\n{{/x}}\r\n  {{> x}}\r\n", "  a;\r\n\r\n"),
        // Words joined with text.
        ("a {{host}}:80/{{limits.path}}?x={{host}};", "a default:80//run/x?x=default;"),
        ("a http://{{client}}{{limits.path}};", "a http://$remote_addr/run/x;"),
        ("a {{host}}{b {{note}}{c;}}", "a default{b \"a note\"{c;}}"),
        ("if ($a = \"{{host}}\") {}", "if ($a = \"default\") {}"),
        ("a \"$\"{b;}", "a \"$\"{b;}"),
        // Keys of maps.
        ("map $host $x {\n{{host}} {{limits.wait}};\n}", "map $host $x {\n\\default 75s;\n}"),
        ("map $host $x { \"{{host}}\" {{host}}; }", "map $host $x { \"\\default\" default; }"),
        ("location {{limits.path}} {}", "location /run/x {}"),
        ("if ($a ~ x) {} a {{note}};", "if ($a ~ x) {} a \"a note\";"),
        ("a ~ {{limits.wait}} b ~x {{note}};", "a ~ 75s b ~x \"a note\";"),
        ("rewrite x {{limits.path}};", "rewrite x /run/x;"),
        ("location = {{note}} {}", "location = \"a note\" {}"),
    ])
    func writes(_ template: String, _ text: String) throws {
        let file = SampleFile(
            upstreams: [upstream], word: .text(SampleFile.text("two words")), isVerbose: true,
            options: [try RawStatement("gzip on".utf8), try RawStatement("a { b 'c d'; } # e".utf8)])
        #expect(try render(template, file) == text)
    }

    @Test(arguments: [
        ("a{{#anything}} {{.}}{{/anything}};", "a;"),
        ("a{{^anything}} none{{/anything}};", "a none;"),
        ("{{#isVerbose}}a;{{/isVerbose}}{{^isVerbose}}b;{{/isVerbose}}", "b;"),
        ("{{#upstreams}}a;{{/upstreams}}{{^upstreams}}b;{{/upstreams}}", "b;"),
        ("{{#options}}{{.}}{{/options}}{{^options}}a;{{/options}}", "a;"),
    ])
    func leavesOutWhatIsAbsent(_ template: String, _ text: String) throws {
        #expect(try render(template, SampleFile()) == text)
    }

    @Test func refusesToReturnAFileThatReadsOtherwise() throws {
        let template = try Template<SampleFile>(
            Array("a;\n{{#upstreams}}b {{name}};{{/upstreams}}".utf8), named: "test")
        let file = SampleFile(upstreams: [SampleUpstream(name: "not; a name")])
        #expect(throws: RenderError.differs(line: 2)) { try template.render(file) }
    }

    /// nginx would remove the backslash of `\n`, and the one at the end with whatever follows.
    @Test(arguments: ["\\n", "a\\\\b", "a\\", "\\\""])
    func refusesToWriteABareWordThatNginxReadsOtherwise(_ name: String) throws {
        let template = try Template<SampleFile>(Array("a {{#upstreams}}{{name}} {{/upstreams}};".utf8), named: "test")
        let file = SampleFile(upstreams: [SampleUpstream(name: name)])
        #expect(throws: RenderError.differs(line: 1)) { try template.render(file) }
    }

    @Test func listsTheDataModel() {
        let text = FieldListing.text(for: SampleFile.self)
        #expect(
            text.hasPrefix(
                """
                file: the whole of it
                    upstreams  list of upstream    the pools of peers
                    anything   optional text       a text that may be absent
                """))
        #expect(
            text.contains("\nzone: memory that workers share\n    name  name  its name\n    size  size  its size\n"))
    }
}
