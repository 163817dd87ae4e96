import Testing

struct TOMLTableTests {
    @Test(arguments: [
        ("[table]", "{'table': {}}"),
        ("[t1]\na = 's'\nb = 1\n\n[t2]\na = 't'\n", "{'t1': {'a': 's', 'b': 1}, 't2': {'a': 't'}}"),
        ("[dog.\"tater.man\"]\ntype.name = 'pug'", "{'dog': {'tater.man': {'type': {'name': 'pug'}}}}"),
        (
            "[a.b.c]\n[ d.e.f ]\n[ g .  h  . i ]\n[ j . \"ʞ\" . 'l' ] # c\n",
            "{'a': {'b': {'c': {}}}, 'd': {'e': {'f': {}}}, 'g': {'h': {'i': {}}}, 'j': {'ʞ': {'l': {}}}}"
        ),
        ("  [a]\r\n  [a.b]\r\n    c = 1\r\n", "{'a': {'b': {'c': 1}}}"),
        ("[x.y.z.w]\n[x]\nk = 1", "{'x': {'y': {'z': {'w': {}}}, 'k': 1}}"),
        ("[x.y.z]\n[x.y]\n[x]", "{'x': {'y': {'z': {}}}}"),
        ("[fruit.apple]\n[animal]\n[fruit.orange]", "{'fruit': {'apple': {}, 'orange': {}}, 'animal': {}}"),
        ("name = 'F'\n[owner]\nsince = 1999-08-04", "{'name': 'F', 'owner': {'since': 1999-8-4}}"),
        (
            "[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true",
            "{'fruit': {'apple': {'color': 1, 'taste': {'sweet': true}, 'texture': {'smooth': true}}}}"
        ),
        ("[a.b.c]\nz = 1\n[a]\nb.d = 2", "{'a': {'b': {'c': {'z': 1}, 'd': 2}}}"),
        ("a.b = 1\n[c]\na.b = 2", "{'a': {'b': 1}, 'c': {'a': {'b': 2}}}"),
        ("['']\n'' = 1", "{'': {'': 1}}"),
        ("[Extensions]\n[Extensions.a-1]\nx = []", "{'Extensions': {'a-1': {'x': []}}}"),
    ])
    func reads(_ document: String, as expected: String) {
        #expect(reading(of: document) == expected)
    }

    @Test(arguments: [
        ("[[p]]\na = 1\n[[p]] # empty\n\n[[p]]\na = 2\nb = 3", "{'p': [{'a': 1}, {}, {'a': 2, 'b': 3}]}"),
        ("[[ a . 'b' ]]\n[[a.b]]", "{'a': {'b': [{}, {}]}}"),
        (
            """
            [[f]]
            n = 'apple'
            [f.physical]
            c = 'red'
            [[f.v]]
            n = 'red'
            [[f.v]]
            n = 'green'
            [[f]]
            n = 'banana'
            [[f.v]]
            n = 'plantain'
            [f.physical]
            """,
            "{'f': [{'n': 'apple', 'physical': {'c': 'red'}, 'v': [{'n': 'red'}, {'n': 'green'}]}, "
                + "{'n': 'banana', 'v': [{'n': 'plantain'}], 'physical': {}}]}"
        ),
        ("[[a]]\nb.c = 1\n[[a]]\nb.c = 2", "{'a': [{'b': {'c': 1}}, {'b': {'c': 2}}]}"),
        ("[a.b]\n[[a.c]]\n[a]", "{'a': {'b': {}, 'c': [{}]}}"),
        ("[[a.b]]\nx = 1\n[a]\ny = 2", "{'a': {'b': [{'x': 1}], 'y': 2}}"),
        ("[[a]]\n[[a.b.c]]\n[a.b]", "{'a': [{'b': {'c': [{}]}}]}"),
    ])
    func readsArraysOfTables(_ document: String, as expected: String) {
        #expect(reading(of: document) == expected)
    }

    @Test(arguments: [
        ("[]", "1:2 expected a key, found \"]\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("[a.]", "1:4 expected a key, found \"]\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("[ [a]]", "1:3 expected a key, found \"[\"; without quotes a key has only A-Z, a-z, 0-9, _ and -"),
        ("[a", "1:3 expected \"]\" after the name, found the end of the file"),
        ("[a\n]", "1:3 expected \"]\" after the name, found the end of the line"),
        ("[a b]", "1:4 expected \"]\" after the name, found \"b\""),
        ("[Extensions]]\n", "1:13 expected the end of the line, found \"]\""),
        ("[a] b = 1", "1:5 expected the end of the line, found \"b\""),
        ("[a][b]", "1:4 expected the end of the line, found \"[\""),
        ("[[a]", "1:4 expected \"]]\" after the name, found \"]\""),
        ("[[a] ]", "1:4 expected \"]]\" after the name, found \"]\""),
        ("[[a]]]", "1:6 expected the end of the line, found \"]\""),
    ])
    func refusesHeaders(_ document: String, _ complaint: String) {
        #expect(reading(of: document) == complaint)
    }

    @Test(arguments: [
        ("[f]\na = 1\n\n[f]\nb = 2", "4:2 table [f] is already defined on line 1; put its keys there"),
        ("[f]\na = 1\n[f.a]\nb = 2", "3:4 key \"f.a\" is already set on line 2"),
        ("[f]\na = 1\n[f.a.b]", "3:4 \"f.a\" is set on line 2 to a value of type integer, which has no keys"),
        ("[a.b]\n[a]\n[a]", "3:2 table [a] is already defined on line 2; put its keys there"),
        ("[f]\na.c = 1\n[f.a]", "3:4 table [f.a] is already defined on line 2; put its keys there"),
        ("[f]\na.t.s = 1\n[f.a.t]", "3:6 table [f.a.t] is already defined on line 2; put its keys there"),
        ("a.b.c = 1\n[a]", "2:2 table [a] is already defined on line 1; put its keys there"),
        (
            "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
            "4:3 \"b.c\" is the table that line 1 defines; put this key there, without the dots"
        ),
        (
            "[a.b.c.d]\nz = 9\n[a]\nb.c.d.k.t = 1",
            "4:5 \"b.c.d\" is the table that line 1 defines; put this key there, without the dots"
        ),
        ("[a.b.c]\n[a]\nb.d = 1\n[a.b]", "4:4 table [a.b] is already defined on line 3; put its keys there"),
        ("[a.b]\n[a]\nb = 1", "3:1 key \"b\" is already set on line 1"),
        (
            "[p]\nt = { n = 1 }\nt.e = 2",
            "3:1 \"t\" is an inline table, closed on line 2; put all its keys between its braces"
        ),
        (
            "[p]\nt = { n = {} }\n[p.t.n.m]",
            "3:4 \"p.t\" is an inline table, closed on line 2; put all its keys between its braces"
        ),
        ("t = {}\n[t]", "2:2 key \"t\" is already set on line 1"),
        ("[p]\nt.n = 1\nt = { e = 2 }", "3:1 key \"t\" is already set on line 2"),
        ("f = []\n[[f]]", "2:3 the array \"f\" is complete on line 1; [[f]] cannot add to it"),
        ("f = [{}]\n[f.a]", "2:2 \"f\" is set on line 1 to a value of type array, which has no keys"),
        ("f = 1\n[[f]]", "2:3 key \"f\" is already set on line 1"),
        ("[f.p]\n[[f]]", "2:3 \"f\" is a table since line 1 and cannot be an array of tables too"),
        ("[[f]]\n[[f.v]]\n[f.v]", "3:4 \"f.v\" is an array of tables since line 2; write [[f.v]] for its next element"),
        ("[[f]]\n[f.p]\n[[f.p]]", "3:5 \"f.p\" is a table since line 2 and cannot be an array of tables too"),
        ("[[a]]\n[a]", "2:2 \"a\" is an array of tables since line 1; write [[a]] for its next element"),
        ("[a]\n[[a]]", "2:3 \"a\" is a table since line 1 and cannot be an array of tables too"),
        (
            "[[t.a]]\n[t]\na.v = 1",
            "3:1 \"a\" is an array of tables since line 1; only its headers add to it"
        ),
        ("[[t.a]]\n[t]\na = 1", "3:1 key \"a\" is already set on line 1"),
        ("[[a]]\n[a.b]\n[a.b]", "3:4 table [a.b] is already defined on line 2; put its keys there"),
        ("[a.'b c'.\"\"]\n[a.\"b c\".'']", "2:10 table [a.'b c'.''] is already defined on line 1; put its keys there"),
    ])
    func refusesSecondDefinitions(_ document: String, _ complaint: String) {
        #expect(reading(of: document) == complaint)
    }
}
