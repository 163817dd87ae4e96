import Testing

/// RFC 8259, section 6.
struct JSONNumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0", "0"), ("7", "7"), ("-12", "-12"), ("10203", "10203"),
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775807", "-9223372036854775807"),
        ("9223372036854775808", "number"), ("18446744073709551617", "number"),
        ("100000000000000000000000000000000000000000000000000000000000000000001", "number"),
        ("0.0", "number"), ("-0.5", "number"), ("80.0", "number"), ("1.25e-7", "number"), ("1e2", "number"),
        ("1E2", "number"), ("1e+2", "number"), ("0e0", "number"), ("1e999", "number"), ("-0E-00", "number"),
        ("0.00000000000000000000000000000000000000000000000000001", "number"),
    ])
    func reads(_ number: String, as expected: String) {
        for json in [number, "[\(number)]", "[\(number),\(number)\n]", "{\"a\":\(number)}"] {
            #expect(skipping(Array(json.utf8)) == "passed")
        }
        #expect(reading(json: Array("[\(number) ,{\"a\":\(number)}]".utf8)) == "[\(expected), {'a': \(expected)}]")
    }

    @Test(arguments: [
        ("01", "1:3 \"1\" stands here, but a comma or \"]\" is wanted"),
        ("-01", "1:4 \"1\" stands here, but a comma or \"]\" is wanted"),
        ("00", "1:3 \"0\" stands here, but a comma or \"]\" is wanted"),
        ("-", "1:3 \"]\" stands here, but a digit is wanted"),
        ("--1", "1:3 \"-\" stands here, but a digit is wanted"),
        ("-a", "1:3 \"a\" stands here, but a digit is wanted"),
        ("+1", "1:2 \"+\" stands here, but a value is wanted"),
        (".5", "1:2 \".\" stands here, but a value is wanted"),
        ("1.", "1:4 \"]\" stands here, but a digit is wanted"),
        ("1.e2", "1:4 \"e\" stands here, but a digit is wanted"),
        ("1.2.3", "1:5 \".\" stands here, but a comma or \"]\" is wanted"),
        ("1e", "1:4 \"]\" stands here, but a digit is wanted"),
        ("1e+", "1:5 \"]\" stands here, but a digit is wanted"),
        ("1e-+2", "1:5 \"+\" stands here, but a digit is wanted"),
        ("1e2.5", "1:5 \".\" stands here, but a comma or \"]\" is wanted"),
        ("0x1F", "1:3 \"x\" stands here, but a comma or \"]\" is wanted"),
        ("1_000", "1:3 \"_\" stands here, but a comma or \"]\" is wanted"),
        ("1:", "1:3 \":\" stands here, but a comma or \"]\" is wanted"),
        ("-Infinity", "1:3 \"I\" stands here, but a digit is wanted"),
        ("１", "1:2 the byte 0xEF stands here, but a value is wanted"),
    ])
    func refuses(_ number: String, with error: String) {
        #expect(reading(json: Array("[\(number)]".utf8)) == error)
        #expect(skipping(Array("[\(number)]".utf8)) == error)
    }

    @Test(arguments: ["-", "1.", "1e", "1e+"])
    func refusesOnesThatTheEndCuts(_ number: String) {
        let error = "1:\(number.utf8.count + 1) the input ends here, but a digit is wanted"
        #expect(reading(json: Array(number.utf8)) == error)
        #expect(skipping(Array(number.utf8)) == error)
    }
}
