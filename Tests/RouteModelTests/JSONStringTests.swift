import Testing

/// RFC 8259, sections 7 and 8; the ill-formed sequences are those of the Unicode Standard, section 3.9.
struct JSONStringTests {
    @Test(arguments: [
        ("", ""), ("a", "a"), ("[{:,}]", "[{:,}]"), ("\u{7F}", "<7F>"),
        (#"\"\\\/\b\f\n\r\t"#, "\"\\/<08><0C><0A><0D><09>"),
        (#"\u0000\u001f\u0041\u00e9\u20AC\uFFFF"#, "<00><1F>Aé€\u{FFFF}"),
        (#"\uD834\uDD1E\ud800\udc00\uDBFF\uDFFF"#, "\u{1D11E}\u{10000}\u{10FFFF}"),
        (#"\uD7FF\uE000"#, "\u{D7FF}\u{E000}"),
        (#"\\u0041\\"#, #"\u0041\"#),
        ("é€😀", "é€😀"),
        (
            "\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\u{FEFF}",
            "\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}\u{FEFF}"
        ),
        ("e\u{301};\u{301}", "e\u{301};\u{301}"),
        ("fifteen bytes…", "fifteen bytes…"),
        (
            #"a text that is longer than 16 bytes, with \"quotes\" and é in it"#,
            #"a text that is longer than 16 bytes, with "quotes" and é in it"#
        ),
    ])
    func reads(_ text: String, as expected: String) {
        for lead in ["", "x", "eight by", "fifteen bytes: ", "sixteen bytes:: "] {
            let json = "[\"\(lead)\(text)\",{\"\(lead)\(text)\":\"\"}]"
            #expect(reading(json: Array(json.utf8)) == "['\(lead)\(expected)', {'\(lead)\(expected)': ''}]")
            #expect(skipping(Array(json.utf8)) == "passed")
        }
    }

    @Test(arguments: [
        (#"\x41"#, #"1:2 "\\x" is no escape in JSON; write \\ for a backslash"#),
        (#"ab\U00000041"#, #"1:4 "\\U" is no escape in JSON; write \\ for a backslash"#),
        (#"\'"#, #"1:2 "\\'" is no escape in JSON; write \\ for a backslash"#),
        ("\\\n", #"1:2 "\\\u{a}" is no escape in JSON; write \\ for a backslash"#),
        (#"\u12"#, #"1:2 \u wants four hexadecimal digits"#),
        (#"\u12G4"#, #"1:2 \u wants four hexadecimal digits"#),
        (#"\u+123"#, #"1:2 \u wants four hexadecimal digits"#),
        (#"\u{41}"#, #"1:2 \u wants four hexadecimal digits"#),
        (#"\uD800"#, "1:2 half of a surrogate pair stands alone; write both halves"),
        (#"\uD800\n"#, "1:2 half of a surrogate pair stands alone; write both halves"),
        (#"\uDBFF\uD800"#, "1:2 half of a surrogate pair stands alone; write both halves"),
        (#"\uD800\u0041"#, "1:2 half of a surrogate pair stands alone; write both halves"),
        (#"\uD800\uDC0"#, "1:2 half of a surrogate pair stands alone; write both halves"),
        (#"ab\uDC00\uD800"#, "1:4 half of a surrogate pair stands alone; write both halves"),
        ("a\nb", "1:3 a control byte stands in a text; write it as \\u000a"),
        ("a\tb", "1:3 a control byte stands in a text; write it as \\u0009"),
        ("\u{0}", "1:2 a control byte stands in a text; write it as \\u0000"),
        ("a long text with \u{1F}", "1:19 a control byte stands in a text; write it as \\u001f"),
    ])
    func refuses(_ text: String, with error: String) {
        #expect(reading(json: Array("\"\(text)\"".utf8)) == error)
        #expect(skipping(Array("\"\(text)\"".utf8)) == error)
        #expect(skipping(Array("\"\(text)".utf8)) == error)
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC3, 0xC3], [0xDF, 0xC0],
            [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xE1, 0x80], [0xE1, 0x80, 0x41], [0xEF, 0xBF, 0xC0],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41],
            [0xF1, 0x80, 0x41, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFF, 0xFE],
        ] as [[UInt8]])
    func refusesIllFormedUTF8(_ bytes: [UInt8]) {
        let message = "this is not UTF-8; a snapshot is UTF-8 throughout"
        for (lead, column) in [("[\"ab€", 8), ("{\"abc", 6), ("[\"fifteen bytes: ", 18)] {
            let document = Array(lead.utf8) + bytes + Array("\"]".utf8)
            #expect(reading(json: document) == "1:\(column) \(message)")
            #expect(skipping(document) == "1:\(column) \(message)")
        }
    }

    @Test(arguments: ["\"", "\"a", "\"a long text without an end", "\"é", "\"\\", "\"\\\\", "\"\\\""])
    func refusesOnesThatNeverEnd(_ json: String) {
        let error = "1:\(json.utf8.count + 1) the input ends within a text; is it whole?"
        #expect(reading(json: Array(json.utf8)) == error)
        #expect(skipping(Array(json.utf8)) == error)
    }
}
