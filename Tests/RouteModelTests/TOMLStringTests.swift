import Testing

struct TOMLStringTests {
    @Test(arguments: [
        (#""I'm \"quoted\". Jos\u00E9\n\tSF.""#, "I'm \"quoted\". José<0A><09>SF."),
        (#""\b\t\n\f\r\"\\""#, "<08><09><0A><0C><0D>\"\\"),
        (#""\u0000\u007f\uD7FF\uE000""#, "<00><7F>\u{D7FF}\u{E000}"),
        (#""\U0001F600\U0010FFFF""#, "\u{1F600}\u{10FFFF}"),
        (#""""#, ""),
        ("\"tab\there\"", "tab<09>here"),
        ("\"\"\"\"\"\"", ""),
        ("\"\"\"\nRoses\nViolets\"\"\"", "Roses<0A>Violets"),
        ("\"\"\"\r\nRoses\r\nViolets\"\"\"", "Roses<0D><0A>Violets"),
        ("\"\"\"\n\nRoses\"\"\"", "<0A>Roses"),
        ("\"\"\"The quick brown \\\n\n\n  fox \\  \t\r\n  \tjumps.\\\n\"\"\"", "The quick brown fox jumps."),
        ("\"\"\"\\\n  a \\\n  b.\\\n  \"\"\"", "a b."),
        (#""""two: "". Simple.""""#, "two: \"\". Simple."),
        (#""""three: ""\".""""#, "three: \"\"\"."),
        (#""""six: ""\"""\".""""#, "six: \"\"\"\"\"\"."),
        ("\"\"\"\"This,\" she said\"\"\"\"", "\"This,\" she said\""),
        ("\"\"\"\"\"two at each end\"\"\"\"\"", "\"\"two at each end\"\""),
        ("\"\"\"a\\\\\n b\"\"\"", "a\\<0A> b"),
        ("\"\"\"a\\u0041\\\"\\\"\\\"\"\"\"", "aA\"\"\""),
        (#"'C:\Users\nodejs'"#, #"C:\Users\nodejs"#),
        (#"'\\ServerX\admin$\'"#, #"\\ServerX\admin$\"#),
        (#"'Tom "Dubs"'"#, #"Tom "Dubs""#),
        (#"'<\i\c*\s*>'"#, #"<\i\c*\s*>"#),
        ("''", ""),
        ("''''''", ""),
        (#"'''I [dw]on't need \d{2} apples'''"#, #"I [dw]on't need \d{2} apples"#),
        ("'''\nfirst\n  second\n'''", "first<0A>  second<0A>"),
        ("'''fifteen: \"\"\"\"\"\"\"\"\"\"\"\"\"\"\"'''", "fifteen: \"\"\"\"\"\"\"\"\"\"\"\"\"\"\""),
        ("\"fifteen: '''''''''''''''\"", "fifteen: '''''''''''''''"),
        ("''''That,' she said''''", "'That,' she said'"),
        ("'''a\\\n b'''", "a\\<0A> b"),
    ])
    func reads(_ string: String, as expected: String) {
        #expect(reading(of: "key = \(string) # comment") == "{'key': '\(expected)'}")
    }

    @Test(arguments: [
        ("\"open", "1:5 a string needs its closing quote on the same line; use \"\"\" for several lines"),
        ("\"open\nb = 1", "1:5 a string needs its closing quote on the same line; use \"\"\" for several lines"),
        ("\"open\r\nb = 1", "1:5 a string needs its closing quote on the same line; use \"\"\" for several lines"),
        ("\"open\\", "1:5 a string needs its closing quote on the same line; use \"\"\" for several lines"),
        ("\"open\\\nb", "1:5 a string needs its closing quote on the same line; use \"\"\" for several lines"),
        ("'open\n'", "1:5 a string needs its closing quote on the same line; use ''' for several lines"),
        ("\"\"\"\nopen\"\"", "1:5 this string is never closed; write \"\"\" at its end"),
        ("\"\"\"open\\", "1:5 this string is never closed; write \"\"\" at its end"),
        ("\"\"\"open\\\n  ", "1:5 this string is never closed; write \"\"\" at its end"),
        ("'''\nopen\n''", "1:5 this string is never closed; write ''' at its end"),
        ("\"C:\\Users\"", "1:8 \\U needs 8 hexadecimal digits"),
        ("\"\\d+\"", "1:6 \\d is no escape; write \\\\ for a backslash, or put the text between '…'"),
        ("\"\\é\"", "1:6 \\é is no escape; write \\\\ for a backslash, or put the text between '…'"),
        ("\"\\x41\"", "1:6 \\x is no escape; write \\\\ for a backslash, or put the text between '…'"),
        ("\"\"\"a\n \\ b\"\"\"", "2:2 \\  is no escape; write \\\\ for a backslash, or put the text between '…'"),
        ("\"\\u12\"", "1:6 \\u needs 4 hexadecimal digits"),
        ("\"\\u+123\"", "1:6 \\u needs 4 hexadecimal digits"),
        ("\"\\U0001F60\"", "1:6 \\U needs 8 hexadecimal digits"),
        (
            "\"\\ud800\"",
            "1:6 \\ud800 is no Unicode scalar value: surrogates and what is past 10FFFF are not"
        ),
        (
            "\"\\U00110000\"",
            "1:6 \\U00110000 is no Unicode scalar value: surrogates and what is past 10FFFF are not"
        ),
        ("\"\u{1}\"", "1:6 control character U+0001 in a string; write \\u0001 between \"…\""),
        ("\"\u{7F}\"", "1:6 control character U+007F in a string; write \\u007F between \"…\""),
        ("'\u{1F}'", "1:6 control character U+001F in a string; write \\u001F between \"…\""),
        ("\"a\rb\"", "1:7 control character U+000D in a string; write \\u000D between \"…\""),
        ("\"\"\"\n\u{0}\"\"\"", "2:1 control character U+0000 in a string; write \\u0000 between \"…\""),
        ("'''\n\u{8}'''", "2:1 control character U+0008 in a string; write \\u0008 between \"…\""),
        ("\"\"\"a\n\rb\"\"\"", "2:1 a carriage return without a line feed; lines end in LF or CRLF"),
        ("\"\"\"three: \"\"\".\"\"\"", "1:18 expected the end of the line, found \".\""),
        ("\"\"\"six\"\"\"\"\"\"", "1:16 expected the end of the line, found a quotation mark"),
        ("'''fifteen ''''''''''''''''''", "1:21 expected the end of the line, found \"'\""),
        ("\"a\" \"b\"", "1:9 expected the end of the line, found a quotation mark"),
    ])
    func refuses(_ string: String, _ complaint: String) {
        #expect(reading(of: "k = \(string)") == complaint)
    }
}
