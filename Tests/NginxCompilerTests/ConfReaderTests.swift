import Testing

@testable import NginxCompiler

/// The rules of nginx's own reader, one a row: the text, and what it reads in it.
@Suite struct ConfReaderTests {
    /// The directives of `text` as one line: words in `‹›`, blocks in braces.
    private func outline(_ text: [UInt8]) -> String {
        do throws(ConfError) {
            return try directives(of: text).map(outline).joined(separator: " ")
        } catch { return "\(error.reason) line \(error.line)" }
    }

    private func outline(_ directive: Directive) -> String {
        let words = ([directive.name] + directive.arguments).map { "‹\(String(decoding: $0, as: UTF8.self))›" }.joined()
        guard let block = directive.block else { return words + ";" }
        return words + "{" + block.map(outline).joined(separator: " ") + "}"
    }

    @Test(arguments: [
        ("a\tb\r\nc;", "‹a›‹b›‹c›;"),
        ("a b\u{0B}c\u{0C}d;", "‹a›‹b\u{0B}c\u{0C}d›;"),
        ("a b\u{A0}c\u{85}d\u{2028}e;", "‹a›‹b\u{A0}c\u{85}d\u{2028}e›;"),
        ("\u{FEFF}a b;", "‹\u{FEFF}a›‹b›;"),
        ("a b\0c;", "‹a›‹b\0c›;"),
        ("# x\rpwn on;\na;", "‹a›;"),
        ("a # ; }\nb;", "‹a›‹b›;"),
        ("", ""),
        ("# only", ""),
        ("a b\u{1C}c;", "‹a›‹b\u{1C}c›;"),
        ("a\tb\rc\nd e;", "‹a›‹b›‹c›‹d›‹e›;"),
        ("a;\r\r;", "unexpected(59) line 1"),
        ("a 'b'# c\n;", "unexpected(35) line 1"),
        ("a b\u{301};\u{301}c;", "‹a›‹b\u{301}›; ‹\u{301}c›;"),
    ])
    func separatesWordsAtItsOwnBlanks(_ text: String, reads: String) { #expect(outline(Array(text.utf8)) == reads) }

    @Test(arguments: [
        ("a b}c;", "‹a›‹b}c›;"),
        ("return 200 a};", "‹return›‹200›‹a}›;"),
        ("a \\\"b \\'c;", "‹a›‹\"b›‹'c›;"),
        ("try_files /a/${uri} /b;", "‹try_files›‹/a/${uri}›‹/b›;"),
        ("${a} b;", "‹${a}›‹b›;"),
        ("{ ; }", "unexpected(123) line 1"),
        ("a { ; }", "unexpected(59) line 1"),
        ("a b#c\"d'e(f);", "‹a›‹b#c\"d'e(f)›;"),
        ("a b;c d;", "‹a›‹b›; ‹c›‹d›;"),
        ("a b{c;}", "‹a›‹b›{‹c›;}"),
        ("a{}", "‹a›{}"),
        ("a ${x};", "‹a›‹${x}›;"),
        ("a ${{{x;", "‹a›‹${{{x›;"),
        ("a ${x;}y;", "unexpected(125) line 1"),
        ("a b${c}d;", "‹a›‹b${c}d›;"),
        ("a $b{c;}", "‹a›‹$b›{‹c›;}"),
        ("a \\;b;", "‹a›‹\\;b›;"),
        ("a \\#b \\{;", "‹a›‹\\#b›‹\\{›;"),
        ("a b\\ c;", "‹a›‹b\\ c›;"),
        ("a $\\{b;", "‹a›‹$\\{b›;"),
        (";", "unexpected(59) line 1"),
        ("a;\n;", "unexpected(59) line 2"),
        ("{}", "unexpected(123) line 1"),
        ("a { { } }", "unexpected(123) line 1"),
        ("a { b }", "unexpected(125) line 1"),
        ("}", "unexpected(125) line 1"),
        ("a;}", "unexpected(125) line 1"),
        ("a { b; ", "unterminatedBlock line 1"),
        ("a b", "unterminatedWord line 1"),
        ("a b\n", "unterminatedStatement line 2"),
        ("a b\\;", "unterminatedWord line 1"),
    ])
    func readsBareWords(_ text: String, reads: String) { #expect(outline(Array(text.utf8)) == reads) }

    @Test(arguments: [
        (#"a "b c";"#, "‹a›‹b c›;"),
        (#"a "b;{}#'c";"#, "‹a›‹b;{}#'c›;"),
        (#"a 'b"c' '';"#, "‹a›‹b\"c›‹›;"),
        ("a \"b\nc\";", "‹a›‹b\nc›;"),
        (#"a "b"c;"#, "unexpected(99) line 1"),
        (#"a "b""c";"#, "unexpected(34) line 1"),
        (#"a "b"}"#, "unexpected(125) line 1"),
        (#"a "b")c;"#, "‹a›‹b›‹)c›;"),
        ("a \"b\"\n'c'\r;", "‹a›‹b›‹c›;"),
        ("a 'b\\'c' \"d\\\"e\";", "‹a›‹b'c›‹d\"e›;"),
        ("a \"b\rc\td\";", "‹a›‹b\rc\td›;"),
        ("a '$host' \"$host\";", "‹a›‹$host›‹$host›;"),
        (#"a "b\\";"#, #"‹a›‹b\›;"#),
        (#"a "b\";"#, "unterminatedWord line 1"),
        (#"a "b\"#, "unterminatedWord line 1"),
        (#"a "b"{c;}"#, "‹a›‹b›{‹c›;}"),
        (#"if ($a = "b") {}"#, "‹if›‹($a›‹=›‹b›‹)›{}"),
        (#""return" 200;"#, "‹return›‹200›;"),
        (#"a "b"#, "unterminatedWord line 1"),
        ("a \"b;\n}\n", "unterminatedWord line 1"),
        (#"a "$";"#, "‹a›‹$›;"),
    ])
    func readsQuotedWords(_ text: String, reads: String) { #expect(outline(Array(text.utf8)) == reads) }

    @Test(arguments: [
        (#"a "\"\'\\";"#, "‹a›‹\"'\\›;"),
        (#"a '\"\'\\';"#, "‹a›‹\"'\\›;"),
        (#"a \"b\'\\c;"#, "‹a›‹\"b'\\c›;"),
        (#"a "\t\r\n" \n;"#, "‹a›‹\t\r\n›‹\n›;"),
        (#"a "\;\$\ \x41\u0041\0";"#, #"‹a›‹\;\$\ \x41\u0041\0›;"#),
        (#"a "\\n";"#, #"‹a›‹\n›;"#),
    ])
    func undoesItsOwnEscapes(_ text: String, reads: String) { #expect(outline(Array(text.utf8)) == reads) }

    @Test(arguments: [
        ("", 4_095, "", true), ("", 4_096, "", false),
        ("\"", 4_094, "\"", true), ("\"", 4_095, "\"", false), ("'", 4_095, "'", false),
    ])
    func refusesWordsBeyondItsBuffer(_ before: String, count: Int, _ after: String, isRead: Bool) {
        let text = "a " + before + String(repeating: "x", count: count) + after + ";"
        #expect(outline(Array(text.utf8)).hasPrefix("tooLong") != isRead)
    }

    /// Escapes count as they are written.
    @Test(arguments: [(2_047, true), (2_048, false)])
    func countsEscapesAsWritten(_ pairs: Int, isRead: Bool) {
        let text = "a \"" + String(repeating: "\\\\", count: pairs) + "\";"
        #expect(outline(Array(text.utf8)).hasPrefix("tooLong") != isRead)
    }

    @Test(arguments: [(4_094, true), (4_095, false)])
    func refusesCommentsBeyondItsBuffer(_ count: Int, isRead: Bool) {
        let text = "#" + String(repeating: "x", count: count) + "\na;"
        #expect((outline(Array(text.utf8)) == "‹a›;") == isRead)
    }

    @Test func readsBlanksAndWordsWithoutLimit() {
        let text = String(repeating: " ", count: 10_000) + "a" + String(repeating: " b", count: 10_000) + ";"
        #expect(outline(Array(text.utf8)) == "‹a›" + String(repeating: "‹b›", count: 10_000) + ";")
    }

    @Test func countsLinesInQuotesAndEscapes() {
        #expect(outline(Array("a \"\n\n\" b\\\n;\n;".utf8)) == "unexpected(59) line 5")
    }

    @Test func takesBytesThatAreNotText() throws {
        let directives = try directives(of: [0x61, 0x20, 0xFF, 0xC3, 0x3B])
        #expect(directives == [Directive(name: [0x61], arguments: [[0xFF, 0xC3]])])
    }
}
