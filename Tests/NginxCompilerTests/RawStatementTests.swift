import Testing

@testable import NginxCompiler

/// The operator's own statements and word lists.
@Suite struct RawStatementTests {
    @Test(arguments: [
        ("gzip on", "gzip on;"),
        ("gzip on;", "gzip on;"),
        ("gzip on ;  \n", "gzip on ;"),
        ("gzip on # why", "gzip on;"),
        ("gzip on; # why", "gzip on;"),
        ("# why\ngzip on", "# why\ngzip on;"),
        ("a \"b\"", "a \"b\";"),
        ("location /x { return 204; }", "location /x { return 204; }"),
        ("a on; b off", "a on; b off;"),
    ])
    func completesStatements(_ text: String, as written: String) throws {
        #expect(try RawStatement(text.utf8).literal.bytes == Array(written.utf8))
    }

    @Test(arguments: [
        ("", 0, ConfError.Reason.empty),
        (" # nothing", 0, .empty),
        ("}", 0, .unexpected(0x7D)),
        ("a on; } b", 6, .unexpected(0x7D)),
        ("a {", 3, .unterminatedBlock),
        ("http { a b", 10, .unterminatedBlock),
        ("a \"b", 2, .unterminatedWord),
        ("a b\\", 2, .unterminatedWord),
        ("a; ;", 3, .unexpected(0x3B)),
        ("a b\rc", 3, .controlByte(0x0D)),
        ("a \0", 2, .controlByte(0)),
        (String(repeating: "a{", count: 17) + String(repeating: "}", count: 17), 34, .tooDeep),
    ])
    func refusesWhatIsNotWhole(_ text: String, at offset: Int, because reason: ConfError.Reason) {
        let error = #expect(throws: ConfError.self) { try RawStatement(text.utf8) }
        #expect(error?.offset == offset)
        #expect(error?.reason == reason)
    }

    @Test func namesItsDirectives() throws {
        let statement = try RawStatement("gzip on; types { a b; }".utf8)
        #expect(statement.directives.map(\.name) == [Array("gzip".utf8), Array("types".utf8)])
    }

    @Test(arguments: ["'$remote_addr \"$request\"' \"b\"", "'$remote_addr \"$request\"'\n b;"])
    func readsLogFormats(_ text: String) throws {
        #expect(try RawWords(text.utf8).words.map(\.bytes) == [Array("$remote_addr \"$request\"".utf8), [0x62]])
    }

    @Test(arguments: ["a; b", "a { }", "a; }", "'a", "a \"\\r\""])
    func refusesMoreThanAList(_ text: String) { #expect(throws: ConfError.self) { try RawWords(text.utf8) } }
}
