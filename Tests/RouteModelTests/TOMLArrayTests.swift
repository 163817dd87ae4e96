import Testing

struct TOMLArrayTests {
    @Test(arguments: [
        ("[]", "[]"), ("[ ]", "[]"), ("[\n]", "[]"), ("[ # none\n]", "[]"),
        ("[ 1, 2, 3 ]", "[1, 2, 3]"),
        ("[1,2,]", "[1, 2]"),
        ("[ [ 1, 2 ], [\"a\", 'b'] ]", "[[1, 2], ['a', 'b']]"),
        ("[ \"all\", 'strings', \"\"\"are the\"\"\", '''same''' ]", "['all', 'strings', 'are the', 'same']"),
        ("[ 0.1, 1, true, 1979-05-27, {} ]", "[0.1, 1, true, 1979-5-27, {}]"),
        ("[1979-05-27 07:32:00,07:32:00]", "[1979-5-27T7:32:0.0, 7:32:0.0]"),
        ("[\n 'A <a@b.c>',\n { name = 'B', url = 'u' }\n]", "['A <a@b.c>', {'name': 'B', 'url': 'u'}]"),
        ("[\n  1, 2, 3\n]", "[1, 2, 3]"),
        ("[\r\n  1,\r\n  2, # fine\r\n]", "[1, 2]"),
        ("[ # a\n # b\n 1 # c\n , # d\n\n 2\n]", "[1, 2]"),
        ("[ { x = 1, y = 2 },\n  { x = 7, y = 8 } ]", "[{'x': 1, 'y': 2}, {'x': 7, 'y': 8}]"),
        ("{}", "{}"), ("{ \t }", "{}"),
        ("{ first = \"T\", last = \"P\" }", "{'first': 'T', 'last': 'P'}"),
        ("{x=1,y=2}", "{'x': 1, 'y': 2}"),
        ("{ type.name = \"pug\", type.age = 3 }", "{'type': {'name': 'pug', 'age': 3}}"),
        ("{ a = { b = { c = 1 } }, 'd' = [ { } ] }", "{'a': {'b': {'c': 1}}, 'd': [{}]}"),
        // Line ends are allowed where the value itself allows them.
        ("{ a = [\n1,\n2 ], b = \"\"\"\nx\"\"\" }", "{'a': [1, 2], 'b': 'x'}"),
    ])
    func reads(_ value: String, as expected: String) {
        #expect(reading(of: "key = \(value) # comment") == "{'key': \(expected)}")
    }

    @Test(arguments: [
        ("[1, 2", "1:5 this array is never closed; write \"]\" at its end"),
        ("[", "1:5 this array is never closed; write \"]\" at its end"),
        ("[1,\n", "1:5 this array is never closed; write \"]\" at its end"),
        ("[1\nb = 2", "2:1 expected \",\" or \"]\" in the array begun on line 1, found \"b\""),
        ("[1 2]", "1:8 expected \",\" or \"]\" in the array begun on line 1, found \"2\""),
        ("[\"a\" \"b\"]", "1:10 expected \",\" or \"]\" in the array begun on line 1, found a quotation mark"),
        ("[1}", "1:7 expected \",\" or \"]\" in the array begun on line 1, found \"}\""),
        ("[,]", "1:6 expected a value, found \",\""),
        ("[1,,2]", "1:8 expected a value, found \",\""),
        ("[1]]", "1:8 expected the end of the line, found \"]\""),
        ("[a]", "1:6 a is not a value; put quotes around a text"),
        ("[1 # ]", "1:5 this array is never closed; write \"]\" at its end"),
        ("[1,\r2]", "1:8 a carriage return without a line feed; lines end in LF or CRLF"),
        ("{ a = 1, }", "1:14 an inline table has no comma before its \"}\"; remove the comma"),
        ("{ , a = 1 }", "1:7 expected a key, found \",\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("{ a = 1,, b = 2 }", "1:13 expected a key, found \",\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("{\n a = 1 }", "1:6 an inline table stands on one line; use a [table] for several"),
        ("{ a = 1\n}", "1:12 an inline table stands on one line; use a [table] for several"),
        ("{ a = 1,\r\n b = 2 }", "1:13 an inline table stands on one line; use a [table] for several"),
        ("{ a = 1 # }", "1:13 expected \",\" or \"}\" in the inline table, found a comment"),
        ("{ a = 1 b = 2 }", "1:13 expected \",\" or \"}\" in the inline table, found \"b\""),
        ("{ a = 1", "1:12 expected \",\" or \"}\" in the inline table, found the end of the file"),
        ("{ a }", "1:9 expected \"=\" after the key \"a\", found \"}\""),
        ("{ a = }", "1:11 expected a value, found \"}\""),
        ("{ a = \n 1 }", "1:11 key \"a\" has no value; write \"\" for an empty text"),
        ("{ a = 1, a = 2 }", "1:14 key \"a\" is already set on line 1"),
        ("{ a.b = 1, a = 2 }", "1:16 key \"a\" is already set on line 1"),
        ("{ a = 1, a.b = 2 }", "1:14 \"a\" is set on line 1 to a value of type integer, which has no keys"),
        (
            "{ a = { b = 1 }, a.c = 2 }",
            "1:22 \"a\" is an inline table, closed on line 1; put all its keys between its braces"
        ),
        ("{} {}", "1:8 expected the end of the line, found \"{\""),
    ])
    func refuses(_ value: String, _ complaint: String) {
        #expect(reading(of: "k = \(value)") == complaint)
    }
}
