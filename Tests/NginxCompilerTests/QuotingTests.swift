import TestSupport
import Testing

@testable import NginxCompiler

/// How a text is written in each place where a template may put it, and that nginx reads it back.
@Suite struct QuotingTests {
    private func write(_ text: CheckedText, in template: String) throws -> [UInt8] {
        try Template<SampleFile>(Array(template.utf8), named: "test").render(SampleFile(note: text))
    }

    @Test(arguments: [
        ("plain", "plain", "plain", "plain"),
        ("", #""""#, "", ""),
        ("a b", #""a b""#, "a b", "a b"),
        ("a\tb\nc", "\"a\tb\nc\"", "a\tb\nc", "a\tb\nc"),
        (#"a"b"#, #""a\"b""#, #"a\"b"#, #"a"b"#),
        ("a'b", #""a'b""#, "a'b", #"a\'b"#),
        (#"\d"#, #""\\d""#, #"\\d"#, #"\\d"#),
        (#"end\"#, #""end\\""#, #"end\\"#, #"end\\"#),
        ("a;b", #""a;b""#, "a;b", "a;b"),
        ("{a}", #""{a}""#, "{a}", "{a}"),
        ("${host}x", #""${host}x""#, "${host}x", "${host}x"),
        ("$host", "$host", "$host", "$host"),
        ("a$", #""a$""#, "a$", "a$"),
        ("#a", ##""#a""##, "#a", "#a"),
        ("a#b", "a#b", "a#b", "a#b"),
        ("é\u{301};", "\"é\u{301};\"", "é\u{301};", "é\u{301};"),
    ])
    func spells(_ text: String, word: String, inDoubleQuotes: String, inSingleQuotes: String) throws {
        let text = SampleFile.text(text)
        #expect(try write(text, in: "a {{note}};") == Array("a \(word);".utf8))
        #expect(try write(text, in: "a \"{{note}}\";") == Array("a \"\(inDoubleQuotes)\";".utf8))
        #expect(try write(text, in: "a '{{note}}';") == Array("a '\(inSingleQuotes)';".utf8))
    }

    @Test(arguments: [
        ("default", #""\\default""#), ("include", #""\\include""#), ("hostnames", #""\\hostnames""#),
        ("volatile", #""\\volatile""#), ("~x", #""\\~x""#), (#"\n"#, #""\\\\n""#), ("Default", "Default"), ("x", "x"),
        ("~ x", #""\\~ x""#),
    ])
    func keepsKeysOfMapsLiteral(_ key: String, _ word: String) throws {
        #expect(try write(SampleFile.text(key), in: "map a b { {{note}} c; }") == Array("map a b { \(word) c; }".utf8))
    }

    @Test(arguments: ["\0", "a\rb", "a\r\nb", "\u{1B}[0m", "\u{7F}", String(repeating: "x", count: 4_001)])
    func refusesTextsThatCannotBeWords(_ text: String) { #expect(CheckedText(text) == nil) }

    @Test(arguments: ["x", "\\", "\"", "'"])
    func writesTheLongestTexts(_ byte: String) throws {
        let count = byte == "x" ? CheckedText.longest : CheckedText.longest / 2
        let text = SampleFile.text(String(repeating: byte, count: count))
        #expect(CheckedText(String(repeating: byte, count: count + 1)) == nil)
        #expect(try directives(of: write(text, in: "a '{{note}}' {{note}};"))[0].arguments == [text.bytes, text.bytes])
    }

    /// Texts made of what quoting has trouble with come back as the words they were, wherever they stand.
    @Test(arguments: 0..<40)
    func readsBackAnyText(_ seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let template = "a {{note}} \"{{note}}\" '{{note}}' \"-{{note}}-\" {b {{note}}{{#anything}} {{.}}{{/anything}};}"
        let loaded = try Template<SampleFile>(Array(template.utf8), named: "test")
        for _ in 0..<25 {
            let text = nastyText(using: &generator)
            let file = try loaded.render(SampleFile(word: .text(text), note: text))
            let directive = try #require(try directives(of: file).first)
            let dashed = [0x2D] + text.bytes + [0x2D]
            #expect(directive.arguments == [text.bytes, text.bytes, text.bytes, dashed])
            #expect(directive.block?.first?.arguments == [text.bytes, text.bytes])
        }
    }

    private func nastyText(using generator: inout SplitMix64) -> CheckedText {
        let pieces = [
            "\\", "\"", "'", "$", "{", "}", ";", "#", " ", "\t", "\n", "n", "r", "${", "é", "\u{301}", "\u{2028}", "~",
            ")", "ab",
        ]
        let longest = generator.next() % 8 == 0 ? CheckedText.longest - 8 : Int(generator.next() % 12)
        var text = ""
        var length = 0
        while length < longest {
            let piece = pieces[Int(generator.next() % UInt64(pieces.count))]
            text += piece
            length += max(2, piece.utf8.count)
        }
        return SampleFile.text(text)
    }
}
