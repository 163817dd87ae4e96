import Testing

@testable import RouteModel

struct TOMLDocumentTests {
    @Test(
        arguments: [
            ("", [], "{}"),
            ("a = 1", [], "{'a': 1}"),
            ("a = x", [], "1:5 x is not a value; put quotes around a text"),
            ("", [0xFF], "1:1 byte 0xff is not UTF-8 here; save the file as UTF-8"),
        ] as [(String, [UInt8], String)])
    func skipsAByteOrderMark(_ text: String, _ more: [UInt8], _ expected: String) {
        #expect(reading(of: [0xEF, 0xBB, 0xBF] + Array(text.utf8) + more) == expected)
    }

    @Test(
        arguments: [
            ("", [0xFF, 0xFE, 0x61, 0x00], "1:1 byte 0xff is not UTF-8 here; save the file as UTF-8"),
            ("a = 'é'\nb = '", [0xE9, 0x27], "2:6 byte 0xe9 is not UTF-8 here; save the file as UTF-8"),
            ("# ", [0xC0, 0x80], "1:3 byte 0xc0 is not UTF-8 here; save the file as UTF-8"),
            ("# ", [0xED, 0xA0, 0x80], "1:3 byte 0xed is not UTF-8 here; save the file as UTF-8"),
            ("# ", [0xF4, 0x90, 0x80, 0x80], "1:3 byte 0xf4 is not UTF-8 here; save the file as UTF-8"),
            ("# ", [0xE2, 0x82], "1:3 byte 0xe2 is not UTF-8 here; save the file as UTF-8"),
            // The encoding comes first, whatever is wrong before it.
            ("= = =\n", [0x80], "2:1 byte 0x80 is not UTF-8 here; save the file as UTF-8"),
            (
                "a = 1\n", [0xEF, 0xBB, 0xBF],
                "2:1 expected a key, found \"\\uFEFF\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"
            ),
        ] as [(String, [UInt8], String)])
    func refusesOtherEncodings(_ text: String, _ more: [UInt8], _ complaint: String) {
        #expect(reading(of: Array(text.utf8) + more) == complaint)
    }

    @Test(arguments: [
        ("a = 1\rb = 2", "1:6 a carriage return without a line feed; lines end in LF or CRLF"),
        ("a = 1\r", "1:6 a carriage return without a line feed; lines end in LF or CRLF"),
        ("# comment\r", "1:10 a carriage return without a line feed; lines end in LF or CRLF"),
        ("a = 1\r\r\n", "1:6 a carriage return without a line feed; lines end in LF or CRLF"),
        ("\ra = 1", "1:1 a carriage return without a line feed; lines end in LF or CRLF"),
        ("a = 1\u{C}", "1:6 expected the end of the line, found \"\\u000C\""),
        ("a = 1\u{0}", "1:6 expected the end of the line, found \"\\u0000\""),
        (
            "\u{A0}a = 1",
            "1:1 expected a key, found \"\u{A0}\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"
        ),
    ])
    func lineEndingsAndBlanks(_ document: String, _ complaint: String) {
        #expect(reading(of: document) == complaint)
    }

    @Test func everythingKnowsItsPlace() throws {
        let table = try readTOML(Array("a . b = [ 1,\r\n '' ]\n\n[ e.'c' ]\n[[d]]\n".utf8))
        let positions = table.entries.map { "\($0.key) \($0.keyPosition) \($0.value.position)" }
        #expect(positions == ["a 1:1 1:1", "e 4:3 4:3", "d 5:3 5:3"])
        guard case .table(let a)? = table["a"]?.kind, case .array(let values)? = a["b"]?.kind else {
            Issue.record("a.b is not an array")
            return
        }
        #expect(a.entries.map(\.keyPosition) == [TextPosition(line: 1, column: 5)])
        #expect(values.map(\.position.description) == ["1:11", "2:2"])
    }

    @Test func aTableIsPlacedWhereItIsDefined() throws {
        let table = try readTOML(Array("[a.b]\n[a]\n".utf8))
        #expect(table.entries.map(\.keyPosition) == [TextPosition(line: 1, column: 2)])
        #expect(table["a"]?.position == TextPosition(line: 2, column: 2))
    }

    @Test func keysAreFoundByTheirBytes() throws {
        let table = try readTOML(Array("'\u{E9}' = 1\n'K' = 2".utf8))
        #expect(table["\u{E9}"]?.typeName == "integer")
        #expect(table["e\u{301}"] == nil)
        #expect(table["\u{212A}"] == nil)
        #expect(table["k"] == nil)
    }

    @Test(arguments: [
        ("''", "string"), ("1", "integer"), ("1.0", "float"), ("true", "boolean"), ("1979-05-27", "local date"),
        ("07:32:00", "local time"), ("1979-05-27 07:32:00", "local date-time"), ("[]", "array"), ("{}", "table"),
        ("1979-05-27 07:32:00Z", "offset date-time"),
    ])
    func namesTypes(_ value: String, _ name: String) throws {
        #expect(try readTOML(Array("key = \(value)".utf8))["key"]?.typeName == name)
    }
}

/// Nesting and size: what hostile input would use to exhaust the stack or the clock.
struct TOMLLimitTests {
    private static func nested(_ count: Int, _ open: String, _ close: String) -> String {
        String(repeating: open, count: count) + String(repeating: close, count: count)
    }

    @Test(arguments: [
        "a = " + nested(100, "[", "]"),
        "a = " + nested(100, "{a=", "}").replacing("=}", with: "=1}"),
        "[" + nested(99, "a.", "") + "a]",
        nested(100, "a.", "") + "a = 1",
        "[" + nested(49, "a.", "") + "a]\n" + nested(49, "b.", "") + "b = []",
        nested(49, "[[a]]\n", ""),
    ])
    func readsAHundredLevels(_ document: String) throws {
        _ = try readTOML(Array(document.utf8))
    }

    @Test(arguments: [
        ("a = " + nested(101, "[", "]"), 105),
        ("a = " + nested(200_000, "[", ""), 105),
        ("a = " + nested(200_000, "{a=", ""), 305),
        ("a = " + nested(200_000, "[{a=", ""), 205),
        ("[" + nested(100, "a.", "") + "a]", 202),
        (nested(200_000, "a.", "") + "a = 1", 201),
        ("[[" + nested(99, "a.", "") + "a]]", 201),
        ("[[" + nested(200_000, "a.", "") + "a]]", 203),
    ])
    func refusesMore(_ document: String, _ column: Int) {
        #expect(reading(of: document) == "1:\(column) tables and arrays nest at most 100 deep")
    }

    @Test func depthCountsFromTheRoot() {
        let document =
            "[" + Self.nested(59, "a.", "") + "a]\n" + Self.nested(20, "b.", "") + "b = " + Self.nested(21, "[", "]")
        #expect(reading(of: document) == "2:65 tables and arrays nest at most 100 deep")
    }

    /// Quadratic look-ups would take minutes here, not a moment.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            { "key\($0) = \($0)\n" }, { "[table\($0)]\n" }, { _ in "[[element]]\n" }, { "[a.b.c\($0)]\nd.e.f = 1\n" },
            { "dotted.key\($0).a = 1\n" },
        ] as [@Sendable (Int) -> String])
    func readsManyKeys(_ line: @Sendable (Int) -> String) throws {
        let document = (0..<20_000).map(line).joined()
        #expect(try !readTOML(Array(document.utf8)).entries.isEmpty)
    }
}
