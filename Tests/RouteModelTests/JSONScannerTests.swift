import Testing

/// The grammar of RFC 8259 but for numbers and strings: sections 2 to 5, 8.1 and 9.
struct JSONScannerTests {
    @Test(arguments: [
        ("{}", "{}"),
        ("[]", "[]"),
        ("[true,false,null]", "[true, false, null]"),
        ("{\"a\":{\"b\":[{},[],[1]]},\"c\":\"\"}", "{'a': {'b': [{}, [], [1]]}, 'c': ''}"),
        (" \t\r\n{ \t\r\n\"a\" \t\r\n: \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n} \t\r\n", "{'a': [1, 2]}"),
        ("{\"\":0,\"a\":1,\"a\":2}", "{'': 0, 'a': 1, 'a': 2}"),
        ("null", "null"),
        ("\"text\"", "'text'"),
        (" 7 ", "7"),
    ])
    func reads(_ json: String, as expected: String) {
        #expect(reading(json: Array(json.utf8)) == expected)
        #expect(skipping(Array(json.utf8)) == "passed")
    }

    @Test(arguments: [
        ("", "1:1 the input ends here, but a value is wanted"),
        (" \n ", "2:2 the input ends here, but a value is wanted"),
        ("[", "1:2 the input ends here, but a value is wanted"),
        ("[1", "1:3 the input ends here, but a comma or \"]\" is wanted"),
        ("[1,", "1:4 the input ends here, but a value is wanted"),
        ("[1,]", "1:4 \"]\" stands here, but a value is wanted"),
        ("[,1]", "1:2 \",\" stands here, but a value is wanted"),
        ("[1,,2]", "1:4 \",\" stands here, but a value is wanted"),
        ("[1 2]", "1:4 \"2\" stands here, but a comma or \"]\" is wanted"),
        ("[\n1,\n2}", "3:2 \"}\" stands here, but a comma or \"]\" is wanted"),
        ("{", "1:2 the input ends here, but a member's name in quotes is wanted"),
        ("{]", "1:2 \"]\" stands here, but a member's name in quotes is wanted"),
        ("{a:1}", "1:2 \"a\" stands here, but a member's name in quotes is wanted"),
        ("{'a':1}", "1:2 \"'\" stands here, but a member's name in quotes is wanted"),
        ("{1:1}", "1:2 \"1\" stands here, but a member's name in quotes is wanted"),
        ("{\"a\"", "1:5 the input ends here, but a colon is wanted"),
        ("{\"a\"}", "1:5 \"}\" stands here, but a colon is wanted"),
        ("{\"a\",1}", "1:5 \",\" stands here, but a colon is wanted"),
        ("{\"a\":}", "1:6 \"}\" stands here, but a value is wanted"),
        ("{\"a\"::1}", "1:6 \":\" stands here, but a value is wanted"),
        ("{\"a\":1", "1:7 the input ends here, but a comma or \"}\" is wanted"),
        ("{\"a\":1]", "1:7 \"]\" stands here, but a comma or \"}\" is wanted"),
        ("{\"a\":1 \"b\":2}", "1:8 a quote stands here, but a comma or \"}\" is wanted"),
        ("{\"a\":1,}", "1:8 \"}\" stands here, but a member's name in quotes is wanted"),
        ("{\n\"a\":1,\n,}", "3:1 \",\" stands here, but a member's name in quotes is wanted"),
        ("[] []", "1:4 more text follows the snapshot's end; remove it"),
        ("{}}", "1:3 more text follows the snapshot's end; remove it"),
        ("1\n\n1", "3:1 more text follows the snapshot's end; remove it"),
        ("]", "1:1 \"]\" stands here, but a value is wanted"),
        ("[1] // no", "1:5 more text follows the snapshot's end; remove it"),
        ("/* no */[1]", "1:1 \"/\" stands here, but a value is wanted"),
        ("[tru]", "1:5 \"]\" stands here, but true is wanted"),
        ("[fals", "1:6 the input ends here, but false is wanted"),
        ("[nil]", "1:3 \"i\" stands here, but null is wanted"),
        ("[True]", "1:2 \"T\" stands here, but a value is wanted"),
        ("[truer]", "1:6 \"r\" stands here, but a comma or \"]\" is wanted"),
        ("[NaN]", "1:2 \"N\" stands here, but a value is wanted"),
        ("[é]", "1:2 the byte 0xC3 stands here, but a value is wanted"),
        ("[\u{7F}]", "1:2 the byte 0x7F stands here, but a value is wanted"),
        ("[1\u{0}]", "1:3 a control byte stands between values; only blanks, tabs and line ends may"),
        ("\u{0}", "1:1 a control byte stands between values; only blanks, tabs and line ends may"),
        ("[1,\u{B}2]", "1:4 a control byte stands between values; only blanks, tabs and line ends may"),
        ("[1]\u{C}", "1:4 a control byte stands between values; only blanks, tabs and line ends may"),
        ("[1,\u{A0}2]", "1:4 the byte 0xC2 stands here, but a value is wanted"),
        ("{\"a\":\u{1F}1}", "1:6 a control byte stands between values; only blanks, tabs and line ends may"),
    ])
    func refuses(_ json: String, with error: String) {
        #expect(reading(json: Array(json.utf8)) == error)
        #expect(skipping(Array(json.utf8)) == error)
    }

    // MARK: Nesting

    private static let tooDeep =
        "objects and arrays stand within each other more than 512 deep; no snapshot of a Swarm needs that"

    @Test(arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")])
    func nestingEndsAt512(_ opening: String, _ closing: String) {
        let size = opening.hasPrefix("[{") ? 2 : 1
        func nested(_ depth: Int) -> [UInt8] {
            let count = depth / size
            let text = String(repeating: opening, count: count) + "0" + String(repeating: closing, count: count)
            return Array(text.utf8)
        }
        #expect(skipping(nested(512)) == "passed")
        #expect(!reading(json: nested(512)).contains("deep"))
        let column = opening.utf8.count * 512 / size + 1
        #expect(skipping(nested(512 + size)) == "1:\(column) \(Self.tooDeep)")
        #expect(reading(json: nested(512 + size)) == "1:\(column) \(Self.tooDeep)")
    }

    @Test(arguments: ["[", "{", "[[", "{\"a\":", "[{\"a\":"])
    func manyBracketsAreRefused(_ bracket: String) {
        let json = Array(String(repeating: bracket, count: 100_000).utf8)
        #expect(reading(json: json) == skipping(json))
        if !bracket.hasSuffix("{") { #expect(skipping(json).hasSuffix(Self.tooDeep)) }
    }

    @Test func closedContainersDoNotCount() {
        let json = "[" + String(repeating: "[{}],{\"a\":[]},", count: 10_000) + "0]"
        #expect(skipping(Array(json.utf8)) == "passed")
    }
}
