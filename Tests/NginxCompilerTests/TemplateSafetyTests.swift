import TestSupport
import Testing

@testable import NginxCompiler

/// A template that loads writes what nginx reads as it was meant, whatever is absent, present or repeated.
@Suite struct TemplateSafetyTests {
    /// A template that loads and has something in every kind of place.
    private static let sound = """
        {{< p}} {{host}}{{#isVerbose}} c{{/isVerbose}}{{/p}}
        a{{> p}} {{note}} "x{{note}}";
        {{#upstreams}}
        # pools
        upstream {{name}} {
            server_name{{#hosts}} {{.}}{{/hosts}};{{#options}} {{.}}{{/options}}
            {{^hosts}}b '{{note}}' {{client}}/{{limits.path}}{{#anything}} {{.}}{{/anything}};{{/hosts}}
        }
        {{/upstreams}}
        map a b { {{note}} "c{{#isVerbose}}$d{{/isVerbose}}-{{host}}"; "{{host}}" \\x; }
        """

    private static let pieces = [
        "a", " ", ";", "{", "}", "\"", "'", "\\", "$", "#", "\n", "a b;", "x {", "{{host}}", "{{note}}", "{{client}}",
        "{{.}}",
        "{{#isVerbose}} {{/isVerbose}}", "{{#isVerbose}};{{/isVerbose}}", "{{^anything}}x{{/anything}}", "{{> p}}",
        "${", ")",
        "{{#upstreams}} y{{/upstreams}}", "{{#options}}{{.}}{{/options}}", "{{#anything}}\"{{.}}\"{{/anything}}",
    ]

    /// The sound template with one or two pieces added, or bytes taken out.
    private static func template(using generator: inout SplitMix64) -> [UInt8] {
        var text = Array(sound.utf8)
        for _ in 0..<1 + generator.next() % 2 {
            let offset = Int(generator.next() % UInt64(text.count))
            if generator.next() % 3 == 0 {
                text.removeSubrange(offset..<min(text.count, offset + 1 + Int(generator.next() % 4)))
            } else {
                text.insert(contentsOf: pieces[Int(generator.next() % UInt64(pieces.count))].utf8, at: offset)
            }
        }
        return text
    }

    private static func files() throws -> [SampleFile] {
        let option = try RawStatement("gzip on; b { c \"}\"; }".utf8)
        let texts = ["plain", "", "a \"b\" {", "x\\", "$", "#", "~ y'"].map(SampleFile.text)
        return texts.enumerated().map { index, text in
            let upstream = SampleUpstream(name: "u", hosts: Array(repeating: "*.h", count: index % 3))
            return SampleFile(
                upstreams: Array(repeating: upstream, count: index % 3), word: index % 2 == 0 ? .text(text) : nil,
                note: text,
                isVerbose: index % 4 < 2, options: Array(repeating: option, count: index % 3))
        }
    }

    @Test func loadsWhatIsSound() throws {
        let template = try Template<SampleFile>(Array(Self.sound.utf8), named: "test")
        for file in try Self.files() { #expect(throws: Never.self) { try template.render(file) } }
    }

    @Test(arguments: 0..<16)
    func writesWhatWasMeant(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let files = try Self.files()
        var loaded = 0
        for _ in 0..<400 {
            let text = Self.template(using: &generator)
            guard let template = try? Template<SampleFile>(text, named: "test") else { continue }
            loaded += 1
            for file in files {
                #expect(throws: Never.self, "\(String(decoding: text, as: UTF8.self))") { try template.render(file) }
            }
        }
        #expect(loaded > 10)
    }
}
