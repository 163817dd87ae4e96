import Testing

@testable import NginxCompiler

/// What is said about templates that cannot be loaded: the place of the first error, and what to do.
@Suite struct BrokenTemplateTests {
    private func complaint(about template: String) -> String {
        do throws(TemplateError) {
            _ = try Template<SampleFile>(Array(template.utf8), named: "test")
            return "loads"
        } catch { return error.description }
    }

    @Test(arguments: [
        ("a {{note", "test:1:3: the tag is not closed; end it with `}}`"),
        ("a {{}};", "test:1:3: a tag holds a name of letters, digits and `_`, with dots between"),
        ("a {{n-x}};", "test:1:3: a tag holds a name of letters, digits and `_`, with dots between"),
        ("a {{a..b}};", "test:1:3: a tag holds a name of letters, digits and `_`, with dots between"),
        ("a {{{note}}};", "test:1:3: `{{{` is not a tag; put a blank between nginx's brace and the tag"),
        ("a {{&note}};", "test:1:3: a tag holds a name of letters, digits and `_`, with dots between"),
        ("a {{=x=}};", "test:1:3: a tag holds a name of letters, digits and `_`, with dots between"),
        ("a;\n{{#upstreams}}\n", "test:2:1: `upstreams` is not closed; add {{/upstreams}}"),
        ("{{/upstreams}}", "test:1:1: {{/upstreams}} closes nothing; remove it"),
        (
            "{{#upstreams}}{{#peers}}{{/upstreams}}",
            "test:1:25: {{/upstreams}} stands where `peers`, opened at 1:15, must be closed first"
        ),
        ("{{> x}}", "test:1:1: no partial `x` here; there are none"),
        ("{{< server}}a;{{/server}}{{> sever}}", "test:1:26: no partial `sever` here; did you mean `server`?"),
        (
            "{{< a}}{{> b}}{{/a}}{{< b}}{{> a}}{{/b}}{{> a}}",
            "test:1:28: the partial `a` includes itself; remove the tag (in the partial `b` as used at 1:8)"
        ),
        ("{{< a}}{{/a}}\n{{< a}}{{/a}}", "test:2:1: the partial `a` is defined already at 1:1; rename one"),
        (
            "{{#isVerbose}}{{< a}}{{/a}}{{/isVerbose}}",
            "test:1:15: the partial `a` is defined inside `isVerbose`; move it to the top level"
        ),
        (
            "a;\n  b {{hosst}};",
            "test:2:5: no field `hosst` here; did you mean `host`?"
        ),
        ("{{#uptreams}}{{/uptreams}}", "test:1:1: no field `uptreams` here; did you mean `upstreams`?"),
        (
            "a {{zebra}};",
            "test:1:3: no field `zebra` here; there are `upstreams`, `anything`, `note`, `host`, `client`, "
                + "`isVerbose`, `limits`, `options`"
        ),
        ("a {{upstreams}};", "test:1:3: `upstreams` is a list of blocks; use {{#upstreams}}…{{/upstreams}}"),
        ("a {{isVerbose}};", "test:1:3: `isVerbose` is a flag; use {{#isVerbose}}…{{/isVerbose}}"),
        ("a {{anything}};", "test:1:3: `anything` is an optional text; use {{#anything}}…{{.}}…{{/anything}}"),
        ("a {{limits}};", "test:1:3: `limits` is a block; use {{#limits}}…{{/limits}}"),
        ("a {{options}};", "test:1:3: `options` is a list of statements; use {{#options}}…{{.}}…{{/options}}"),
        ("{{#host}}{{/host}}", "test:1:1: `host` is a host; it cannot be a section"),
        ("{{^host}}{{/host}}", "test:1:1: `host` is always there; remove the inverted section"),
        ("{{^limits}}{{/limits}}", "test:1:1: `limits` is always there; remove the inverted section"),
        ("a {{limits.weight}};", "test:1:3: no field `weight` in `limits`; there are `path`, `wait`"),
        ("a {{limits.wai}};", "test:1:3: no field `wai` in `limits`; did you mean `wait`?"),
        ("a {{host.name}};", "test:1:3: `host` is a host; it has no field `name`"),
        (
            "a {{upstreams.name}};",
            "test:1:3: `upstreams` is a list of blocks; use {{#upstreams}}…{{name}}…{{/upstreams}}"
        ),
        (
            "{{#upstreams}}a {{zone.name}};{{/upstreams}}",
            "test:1:17: `zone` is an optional block; use {{#zone}}…{{name}}…{{/zone}}"
        ),
        (
            "{{#upstreams}}{{#zone}}a {{zone.weight}};{{/zone}}{{/upstreams}}",
            "test:1:26: no field `weight` in `zone`; there are `name`, `size`"
        ),
        ("a {{.}};", "test:1:3: `.` is the item of a list or of an optional word; there is none here"),
        (
            "{{#anything}}{{#upstreams}}a {{.}};{{/upstreams}}{{/anything}}",
            "test:1:30: `.` is the item of a list or of an optional word; there is none here"
        ),
        ("{{note}} a;", "test:1:1: a value cannot be a directive's name; write the name in the template"),
        ("a;\n# {{note}}\n", "test:2:3: a value cannot stand in a comment; remove it, or make it a {{! comment }}"),
        ("a{{host}} b;", "test:1:2: a value cannot be a directive's name; write the name in the template"),
        ("\"{{host}}\" b;", "test:1:2: a value cannot be a directive's name; write the name in the template"),
        ("a b{{note}};", "test:1:4: a text may hold blanks and quotes; put the whole word in quotes: \"…{{…}}…\""),
        (
            "a {{host}}{{note}};",
            "test:1:11: a text may hold blanks and quotes; put the whole word in quotes: \"…{{…}}…\""
        ),
        (
            "a {{note}}{{host}};",
            "test:1:11: a value stands directly against a value that may be in quotes; put a blank between them"
        ),
        (
            "a {{note}}b;",
            "test:1:11: the value before is written in quotes where it needs them; put a blank, `;` or `{` after it"
        ),
        (
            "a {{note}}\"b\";",
            "test:1:11: the value before is written in quotes where it needs them; put a blank, `;` or `{` after it"
        ),
        (
            "a {{host}}\"b\";",
            "test:1:11: a quote stands directly against a value; put a blank between them, or the value in the quotes"
        ),
        ("a \"b\"{{host}};", "test:1:6: a value stands directly against a closing quote; put a blank between them"),
        ("a \"b\"c;", "test:1:6: a closing quote must be followed by a blank, `;` or `{`"),
        ("a \\{{host}};", "test:1:4: a backslash stands directly before a value; remove it"),
        ("a ${{host}};", "test:1:4: `$` stands directly before a value; it cannot make a variable of it"),
        ("a $b{{host}};", "test:1:5: the variable before would swallow the value; put another byte between them"),
        ("a {{client}}b;", "test:1:13: the variable before would swallow what follows; put another byte between them"),
        (
            "a {{client}}{{host}};",
            "test:1:13: the variable before would swallow the value; put another byte between them"
        ),
        (
            "location {{note}} {}",
            "test:1:10: only a path may begin a word of `location`; nginx gives other words a meaning of their own"
        ),
        (
            "server_name {{note}};",
            "test:1:13: only a host may begin a word of `server_name`; nginx gives other words a meaning of their own"
        ),
        (
            "location ~ {{limits.path}} {}",
            "test:1:12: a path cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "location '~*' # c\n \"^{{limits.path}}$\" {}",
            "test:2:4: a path cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "location {{#isVerbose}}~* {{/isVerbose}}{{limits.path}} {}",
            "test:1:41: a path cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "server_name ~^{{host}}$;",
            "test:1:15: a host cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "map $host $x { '~^{{host}}' 1; }",
            "test:1:19: a host cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "if ($host !~* \"{{note}}\") {}",
            "test:1:16: a text cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "rewrite ^{{limits.path}}/(.*) /$1;",
            "test:1:10: a path cannot be part of a regular expression, where its bytes have a meaning; "
                + "compare without one"
        ),
        (
            "ssl_certificate_key {{host}};",
            "test:1:21: only a path may begin a word of `ssl_certificate_key`; nginx gives other words a "
                + "meaning of their own"
        ),
        (
            "include {{note}};",
            "test:1:9: only a path may begin a word of `include`; nginx gives other words a meaning of their own"
        ),
        (
            "a \"{{note}}{{note}}\";",
            "test:1:12: the word may be longer than the 4094 bytes that nginx reads; make it shorter"
        ),
        (
            "a {{#upstreams}}b{{/upstreams}};",
            "test:1:18: the section `upstreams` ends in a word, but begins between the words of a statement at "
                + "1:3; end it as it begins"
        ),
        (
            "a \"{{#upstreams}}{{name}}{{/upstreams}}\";",
            "test:1:26: the section `upstreams`, opened at 1:4, repeats within one word; begin a new word in it"
        ),
        (
            "{{#isVerbose}}a{{/isVerbose}} b;",
            "test:1:16: the section `isVerbose` ends in the directive's name `a`, but begins between statements "
                + "at the top level at 1:1; end it as it begins"
        ),
        (
            "a {{#isVerbose}}b{{/isVerbose}};",
            "test:1:18: the section `isVerbose` ends in a word, but begins between the words of a statement at "
                + "1:3; end it as it begins"
        ),
        (
            "a \"{{#isVerbose}}b\"{{/isVerbose}};",
            "test:1:20: the section `isVerbose` ends in a word, but begins inside quotes `\"` at 1:4; end it as "
                + "it begins"
        ),
        (
            "{{#isVerbose}}a {{{/isVerbose}}",
            "test:1:17: `{{{` is not a tag; put a blank between nginx's brace and the tag"
        ),
        (
            "{{#isVerbose}}a { {{/isVerbose}} }",
            "test:1:19: the section `isVerbose` ends between statements in `a`, but begins between statements "
                + "at the top level at 1:1; end it as it begins"
        ),
        (
            "a {\n{{#isVerbose}}} b { {{/isVerbose}}}",
            "test:2:21: the section `isVerbose` ends between statements in `b`, but begins between statements "
                + "in `a` at 2:1; end it as it begins"
        ),
        (
            "{{#isVerbose}}# {{/isVerbose}}\n",
            "test:1:17: the section `isVerbose` ends in a comment, but begins between statements at the top "
                + "level at 1:1; end it as it begins"
        ),
        (
            "ssl_certificate{{#isVerbose}}_key{{/isVerbose}} {{limits.path}};",
            "test:1:34: the section `isVerbose` ends in the directive's name `ssl_certificate_key`, but begins "
                + "in the directive's name `ssl_certificate` at 1:16; end it as it begins"
        ),
        (
            "a \\{{#isVerbose}}b{{/isVerbose}};",
            "test:1:4: a backslash or `$` stands directly before the tag; move it away"
        ),
        (
            "a{{#anything}} {{.}}{{/anything}}b;",
            "test:1:34: the value before is written in quotes where it needs them; put a blank, `;` or `{` after it"
        ),
        ("a {{#options}}{{.}}{{/options}};", "test:1:15: a raw statement can only stand where a statement begins"),
        ("a b", "test:1:3: the statement does not end after this word; add `;`"),
        ("a \"b;\n", "test:1:3: the quote opened here is not closed; close it"),
        ("a {\n  b {\n  }\n", "test:1:3: the block opened here is not closed; add `}`"),
        ("a { b }", "test:1:7: `}` stands inside a statement; end the statement with `;` first"),
        ("}", "test:1:1: `}` closes nothing here; remove it"),
        (";", "test:1:1: `;` ends nothing here; remove it"),
        ("a; {", "test:1:4: `{` needs a directive before it"),
        (
            "location \"{{#isVerbose}}x{{/isVerbose}}{{note}}\" {}",
            "test:1:40: only a path may begin a word of `location`; nginx gives other words a meaning of their own"
        ),
        (
            "location \"{{limits.path}}\" {} server_name \"{{note}}{{host}}\";",
            "test:1:44: only a host may begin a word of `server_name`; nginx gives other words a meaning of their own"
        ),
        (
            "map a b { \"{{#isVerbose}}x{{/isVerbose}}{{host}}\" c; }",
            "test:1:41: the value may begin a map's key or continue it; begin the key with the same in every case"
        ),
        (
            "{{< p}}\n{{host}} a;\n{{/p}}\na {\n{{> p}}\n}",
            "test:2:1: a value cannot be a directive's name; write the name in the template (in the partial `p` "
                + "as used at 5:1)"
        ),
        (
            "a \"{{#isVerbose}}$a{{/isVerbose}}{{host}}\";",
            "test:1:34: the variable before would swallow the value; put another byte between them"
        ),
        ("geo a { {{host}} b; }", "test:1:9: a value cannot be a directive's name; write the name in the template"),
    ])
    func complains(_ template: String, _ message: String) { #expect(complaint(about: template) == message) }

    @Test(arguments: [
        ("a " + String(repeating: "x", count: 4_095) + ";", "test:1:4097: the word"),
        ("a \"" + String(repeating: "x", count: 4_095) + "\";", "test:1:4098: the word"),
        ("#" + String(repeating: "x", count: 4_094) + "\n", "test:1:4095: the comment"),
    ])
    func refusesWhatIsTooLongForNginx(_ template: String, _ beginning: String) {
        let rest = " may be longer than the 4094 bytes that nginx reads; make it shorter"
        #expect(complaint(about: template) == beginning + rest)
    }

    @Test func refusesPartialsThatDoubleEachOther() {
        let partials = (1...40).map { "{{< p\($0)}}{{> p\($0 - 1)}}{{> p\($0 - 1)}}{{/p\($0)}}" }
        let complaint = complaint(about: "{{< p0}}a;{{/p0}}" + partials.joined() + "{{> p40}}")
        #expect(complaint.contains("stand in each other too often to be compiled; use fewer (in the partial `p"))
    }

    @Test func refusesListsThatDoubleEachOther() {
        let opening = String(repeating: "{{#upstreams}} b", count: 40)
        let complaint = complaint(about: "a" + opening + String(repeating: "{{/upstreams}}", count: 40) + ";")
        #expect(complaint.hasSuffix("stand in each other too often to be compiled; use fewer"), "\(complaint)")
    }

    @Test func refusesTooManySections() {
        let template = String(repeating: "{{#isVerbose}}", count: 10_000)
        #expect(complaint(about: template) == "test:1:897: more than 64 sections stand in each other; use fewer")
    }
}
