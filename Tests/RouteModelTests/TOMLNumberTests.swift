import Testing

@testable import RouteModel

struct TOMLNumberTests {
    @Test(arguments: [
        ("+99", "99"), ("42", "42"), ("0", "0"), ("-17", "-17"), ("+0", "0"), ("-0", "0"),
        ("1_000", "1000"), ("5_349_221", "5349221"), ("53_49_221", "5349221"), ("1_2_3_4_5", "12345"),
        ("0xDEADBEEF", "3735928559"), ("0xdeadbeef", "3735928559"), ("0xdead_beef", "3735928559"),
        ("0o01234567", "342391"), ("0o755", "493"), ("0b11010110", "214"), ("0x00", "0"), ("0xe5", "229"),
        ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
        ("0x7fffffffffffffff", "9223372036854775807"),
        ("+1.0", "1.0"), ("3.1415", "3.1415"), ("-0.01", "-0.01"), ("5e+22", "5e+22"), ("1e06", "1000000.0"),
        ("-2E-2", "-0.02"), ("6.626e-34", "6.626e-34"), ("224_617.445_991_228", "224617.445991228"),
        ("1e1_0", "10000000000.0"), ("0e0", "0.0"), ("-0.0", "-0.0"), ("+0.0", "0.0"), ("0.000", "0.0"),
        ("inf", "inf"), ("+inf", "inf"), ("-inf", "-inf"), ("nan", "nan"), ("+nan", "nan"), ("-nan", "nan"),
        ("1e400", "inf"), ("-1e400", "-inf"), ("1e-400", "0.0"),
        ("true", "true"), ("false", "false"),
    ])
    func reads(_ word: String, as expected: String) {
        #expect(reading(of: "key = \(word)") == "{'key': \(expected)}")
    }

    @Test(arguments: [
        ("080", "leading zero in 080; write 80 (or \"080\" for a text)"),
        ("-01", "leading zero in -01; write -1 (or \"-01\" for a text)"),
        ("00", "leading zero in 00; write 0 (or \"00\" for a text)"),
        ("0_7", "leading zero in 0_7; write 7 (or \"0_7\" for a text)"),
        ("03.14", "leading zero in 03.14; write 3.14 (or \"03.14\" for a text)"),
        ("00e1", "leading zero in 00e1; write 0e1 (or \"00e1\" for a text)"),
        ("1__0", "an underscore in 1__0 needs a digit on both sides"),
        ("1_", "an underscore in 1_ needs a digit on both sides"),
        ("1_.5", "an underscore in 1_.5 needs a digit on both sides"),
        ("1._5", "an underscore in 1._5 needs a digit on both sides"),
        ("1e_5", "an underscore in 1e_5 needs a digit on both sides"),
        ("1e5_", "an underscore in 1e5_ needs a digit on both sides"),
        ("0x_1", "an underscore in 0x_1 needs a digit on both sides"),
        ("0xf_", "an underscore in 0xf_ needs a digit on both sides"),
        ("_1", "_1 is not a value; put quotes around a text"),
        (".7", "a digit is missing in .7: a point needs one on both sides, an exponent at its end"),
        ("7.", "a digit is missing in 7.: a point needs one on both sides, an exponent at its end"),
        ("3.e+20", "a digit is missing in 3.e+20: a point needs one on both sides, an exponent at its end"),
        ("1e", "a digit is missing in 1e: a point needs one on both sides, an exponent at its end"),
        ("1e+", "a digit is missing in 1e+: a point needs one on both sides, an exponent at its end"),
        ("-.5", "a digit is missing in -.5: a point needs one on both sides, an exponent at its end"),
        ("+0x1", "+0x1 has a sign; only decimal numbers take one"),
        ("-0b1", "-0b1 has a sign; only decimal numbers take one"),
        ("0x", "0x needs digits of base 16 after 0x, and nothing else"),
        ("0xfg", "0xfg needs digits of base 16 after 0x, and nothing else"),
        ("0o8", "0o8 needs digits of base 8 after 0o, and nothing else"),
        ("0b2", "0b2 needs digits of base 2 after 0b, and nothing else"),
        ("0X1", "0X1 is not a value; put quotes around a text"),
        (
            "9223372036854775808",
            "9223372036854775808 does not fit 64 bits; integers go from -9223372036854775808 to 9223372036854775807"
        ),
        (
            "-9223372036854775809",
            "-9223372036854775809 does not fit 64 bits; integers go from -9223372036854775808 to 9223372036854775807"
        ),
        (
            "0x8000000000000000",
            "0x8000000000000000 does not fit 64 bits; integers go from -9223372036854775808 to 9223372036854775807"
        ),
        ("1.2.3", "1.2.3 is not a value; put quotes around a text"),
        ("1e5.5", "1e5.5 is not a value; put quotes around a text"),
        ("10MB", "10MB is not a value; put quotes around a text"),
        ("+", "+ is not a value; put quotes around a text"),
        ("--1", "--1 is not a value; put quotes around a text"),
        ("+-1", "+-1 is not a value; put quotes around a text"),
        ("infinity", "infinity is not a value; put quotes around a text"),
        ("NaN", "NaN is not a value; write nan in lower case"),
        ("True", "True is not a value; write true in lower case"),
        ("FALSE", "FALSE is not a value; write false in lower case"),
        ("truer", "truer is not a value; put quotes around a text"),
        ("nginx", "nginx is not a value; put quotes around a text"),
        ("１", "１ is not a value; put quotes around a text"),
        ("1\u{301}", "1\u{301} is not a value; put quotes around a text"),
        ("a\u{202E}\u{E0001}b", "a\\u202E\\U000E0001b is not a value; put quotes around a text"),
    ])
    func refuses(_ word: String, _ complaint: String) {
        #expect(reading(of: "key = \(word)") == "1:7 \(complaint)")
    }

    @Test func longWordsAreCutInMessages() {
        let word = String(repeating: "é", count: 61)
        #expect(reading(of: "k = \(word)") == "1:5 \(word.dropLast())… is not a value; put quotes around a text")
    }

    @Test func signOfNegativeZeroIsKept() throws {
        guard case .float(let number)? = try readTOML(Array("a = -0.0".utf8))["a"]?.kind else {
            Issue.record("a is not a float")
            return
        }
        #expect(number.sign == .minus)
    }
}
