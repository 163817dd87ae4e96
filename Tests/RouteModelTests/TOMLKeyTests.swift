import Testing

struct TOMLKeyTests {
    @Test(arguments: [
        ("", "{}"),
        ("# only a comment", "{}"),
        ("\n \t\n\r\n", "{}"),
        ("# first\nkey = \"value\" # last\nother = \"# text\"\n", "{'key': 'value', 'other': '# text'}"),
        ("# tab\tand é are fine\n", "{}"),
        ("key=1", "{'key': 1}"),
        ("\t key\t = \t1 \t# end\r\n", "{'key': 1}"),
        ("bare_key = 1\nbare-key = 2\n1234 = 3\n-_ = 4\n", "{'bare_key': 1, 'bare-key': 2, '1234': 3, '-_': 4}"),
        (
            "\"127.0.0.1\" = 1\n\"ʎǝʞ\" = 2\n'k2' = 3\n'a \"b\"' = 4",
            "{'127.0.0.1': 1, 'ʎǝʞ': 2, 'k2': 3, 'a \"b\"': 4}"
        ),
        ("\"\" = 1", "{'': 1}"),
        ("'' = 1", "{'': 1}"),
        ("\"a\\tb\\u00E9\" = 1", "{'a<09>bé': 1}"),
        ("'a\\tb' = 1", "{'a\\tb': 1}"),
        (
            "name = 1\nbody.colour = 2\nbody.shape = 3\nsite.\"a.b\" = true",
            "{'name': 1, 'body': {'colour': 2, 'shape': 3}, 'site': {'a.b': true}}"
        ),
        ("a. b = 1\na . c = 2\na\t.\td = 3", "{'a': {'b': 1, 'c': 2, 'd': 3}}"),
        ("a.b.c = 1\na.d = 2", "{'a': {'b': {'c': 1}, 'd': 2}}"),
        ("a.x = 1\nb.x = 2\na.y = 3\nb.y = 4", "{'a': {'x': 1, 'y': 3}, 'b': {'x': 2, 'y': 4}}"),
        ("3.14159 = \"pi\"", "{'3': {'14159': 'pi'}}"),
        ("true = 1\ninf = 2\n1979-05-27 = 3", "{'true': 1, 'inf': 2, '1979-05-27': 3}"),
        ("\"\".\"\" = 1", "{'': {'': 1}}"),
        ("Key = 1\nkey = 2", "{'Key': 1, 'key': 2}"),
        // Canonically equivalent, yet other bytes.
        ("\"\\u00e9\" = 1\n\"e\\u0301\" = 2", "{'é': 1, 'e\u{301}': 2}"),
        // A combining mark belongs to no delimiter.
        ("a = \"\u{301}\" # \u{301}\n'\u{301}' = '\u{301}'", "{'a': '\u{301}', '\u{301}': '\u{301}'}"),
    ])
    func reads(_ document: String, as expected: String) {
        #expect(reading(of: document).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        ("key = # INVALID", "1:7 key \"key\" has no value; write \"\" for an empty text"),
        ("a.\"b c\" =\n", "1:10 key \"a.'b c'\" has no value; write \"\" for an empty text"),
        ("first = \"A\" last = \"B\"", "1:13 expected the end of the line, found \"l\""),
        ("= 1", "1:1 expected a key, found \"=\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("a = 1\n\n  é = 2", "3:3 expected a key, found \"é\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("a. = 1", "1:4 expected a key, found \"=\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        (".a = 1", "1:1 expected a key, found \".\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("a..b = 1", "1:3 expected a key, found \".\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("\"\"\"a\"\"\" = 1", "1:1 a key stands on one line, in one quote on each side"),
        ("'''a''' = 1", "1:1 a key stands on one line, in one quote on each side"),
        ("\"a\nb\" = 1", "1:1 a string needs its closing quote on the same line; use \"\"\" for several lines"),
        ("a\n= 1", "1:2 expected \"=\" after the key \"a\", found the end of the line"),
        ("a: 1", "1:2 expected \"=\" after the key \"a\", found \":\""),
        ("a b = 1", "1:3 expected \"=\" after the key \"a\", found \"b\""),
        ("a.b", "1:4 expected \"=\" after the key \"a.b\", found the end of the file"),
        ("a # = 1", "1:3 expected \"=\" after the key \"a\", found a comment"),
        ("a\u{301} = 1", "1:2 expected \"=\" after the key \"a\", found \"\u{301}\""),
        ("name = 1\nname = 2", "2:1 key \"name\" is already set on line 1"),
        ("x = 1\nx = 2\n", "2:1 key \"x\" is already set on line 1"),
        ("a = 1\n\"a\" = 2", "2:1 key \"a\" is already set on line 1"),
        ("a = 1\n\"\\u0061\" = 2", "2:1 key \"a\" is already set on line 1"),
        ("a.b = 1\n  a.b = 2", "2:5 key \"a.b\" is already set on line 1"),
        ("a.b = 1\na = 2", "2:1 key \"a\" is already set on line 1"),
        ("a.b = 1\na.b.c = 2", "2:3 \"a.b\" is set on line 1 to a value of type integer, which has no keys"),
        ("# bell \u{7}", "1:8 control character U+0007 in a comment; remove it"),
        ("# \u{7F}", "1:3 control character U+007F in a comment; remove it"),
        ("a = 1 # \u{0}", "1:9 control character U+0000 in a comment; remove it"),
        ("\"a\u{1B}\u{202E}\" : 1", "1:3 control character U+001B in a string; write \\u001B between \"…\""),
        (
            "'\u{202E}' = 1\n'\u{202E}' = 2",
            "2:1 key \"'\\u202E'\" is already set on line 1"
        ),
    ])
    func refuses(_ document: String, _ complaint: String) {
        #expect(reading(of: document) == complaint)
    }
}
