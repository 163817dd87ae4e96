import Testing

struct TOMLDateTests {
    @Test(arguments: [
        ("1979-05-27T07:32:00Z", "1979-5-27T7:32:0.0@0"),
        ("1979-05-27T00:32:00-07:00", "1979-5-27T0:32:0.0@-420"),
        ("1979-05-27T00:32:00.999999-07:00", "1979-5-27T0:32:0.999999000@-420"),
        ("1979-05-27 07:32:00Z", "1979-5-27T7:32:0.0@0"),
        ("1979-05-27t07:32:00z", "1979-5-27T7:32:0.0@0"),
        ("1979-05-27 07:32:00+23:59", "1979-5-27T7:32:0.0@1439"),
        ("1979-05-27T07:32:00-00:00", "1979-5-27T7:32:0.0@0"),
        ("1979-05-27T07:32:00", "1979-5-27T7:32:0.0"),
        ("1979-05-27T00:32:00.5", "1979-5-27T0:32:0.500000000"),
        ("1979-05-27 00:32:00 # comment", "1979-5-27T0:32:0.0"),
        ("1979-05-27", "1979-5-27"),
        ("1979-05-27 # 07:32:00", "1979-5-27"),
        ("0000-01-01", "0-1-1"), ("9999-12-31", "9999-12-31"),
        ("2024-02-29", "2024-2-29"), ("2000-02-29", "2000-2-29"), ("2023-04-30", "2023-4-30"),
        ("07:32:00", "7:32:0.0"),
        ("00:32:00.999999", "0:32:0.999999000"),
        ("00:00:00.1234567899", "0:0:0.123456789"),
        ("23:59:60", "23:59:60.0"),
    ])
    func reads(_ word: String, as expected: String) {
        #expect(reading(of: "key = \(word)") == "{'key': \(expected)}")
    }

    @Test(arguments: [
        ("2023-13-01", "month 13 in 2023-13-01 does not exist; it goes from 1 to 12"),
        ("2023-00-01", "month 0 in 2023-00-01 does not exist; it goes from 1 to 12"),
        ("2023-02-29", "day 29 in 2023-02-29 does not exist; it goes from 1 to 28"),
        ("2024-02-30", "day 30 in 2024-02-30 does not exist; it goes from 1 to 29"),
        ("1900-02-29", "day 29 in 1900-02-29 does not exist; it goes from 1 to 28"),
        ("2023-04-31", "day 31 in 2023-04-31 does not exist; it goes from 1 to 30"),
        ("2023-01-00", "day 0 in 2023-01-00 does not exist; it goes from 1 to 31"),
        ("24:00:00", "hour 24 in 24:00:00 does not exist; it goes from 0 to 23"),
        ("23:60:00", "minute 60 in 23:60:00 does not exist; it goes from 0 to 59"),
        ("23:59:61", "second 61 in 23:59:61 does not exist; it goes from 0 to 60"),
        (
            "2023-01-01T00:00:00+24:00",
            "offset hour 24 in 2023-01-01T00:00:00+24:00 does not exist; it goes from 0 to 23"
        ),
        (
            "2023-01-01 00:00:00-00:60",
            "offset minute 60 in 2023-01-01 00:00:00-00:60 does not exist; it goes from 0 to 59"
        ),
    ])
    func refusesWhatDoesNotExist(_ word: String, _ complaint: String) {
        #expect(reading(of: "key = \(word)") == "1:7 \(complaint)")
    }

    @Test(arguments: [
        "1979-5-27", "1979-05-2", "1979-05", "1979-05-27T", "1979-05-27T07:32", "1979-05-27T07:32:00.", "1979-05-27Z",
        "1979-05-27T07:32:00.Z", "1979-05-27T07:32:00+7:00", "1979-05-27T07:32:00+07", "1979-05-27T07:32:00ZZ",
        "1979-05-27x07:32:00", "1979-05-27T7:32:00", "1979/05/27", "19790-05-27", "07:32", "07:3:00", "7:32:00",
        "07:32:0",
        "07:32:00Z", "07:32:00.5.5", "1979-05-27 07:32", "80:8080", "1979_05-27", "1979-05-+7",
    ])
    func refusesOtherForms(_ word: String) {
        let complaints = ["is not a date or time; write 1979-05-27, ", "is not a value; put quotes around a text"]
        let actual = reading(of: "key = \(word)")
        #expect(complaints.contains { actual.hasPrefix("1:7 \(word) \($0)") })
    }

    @Test func aDateEndsAtTwoBlanks() {
        #expect(reading(of: "key = 1979-05-27  07:32:00") == "1:19 expected the end of the line, found \"0\"")
    }
}
