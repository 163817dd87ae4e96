import Testing

@testable import RouteModel

/// Which members are handed out, and which may stand there twice.
struct JSONMembersTests {
    private enum Name: String, CaseIterable { case id = "ID", labels = "Labels", longest = "NameOfTwentyFourBytes..." }

    private func members(_ json: String, window: Int = 256 << 10) -> String {
        var scanner = JSONScanner(of: source(of: Array(json.utf8)), window: window)
        do throws(SnapshotError) {
            var seen: [String] = []
            let isObject = try scanner.members(JSONNames<Name>()) { (scanner, name) throws(SnapshotError) in
                seen.append("\(name) \(try scanner.integer().map { "\($0)" } ?? "-")")
            }
            return isObject ? seen.joined(separator: ", ") : "no object"
        } catch {
            return "\(error.position.map { "\($0.line):\($0.column) " } ?? "")\(error.message)"
        }
    }

    @Test(arguments: [
        ("{}", ""),
        (#"{"ID":1,"Labels":2}"#, "id 1, labels 2"),
        (#"{"Labels":{"ID":3},"ID":null}"#, "labels -, id -"),
        (#"{"L\u0061bels":1,"\u0049\u0044":2}"#, "labels 1, id 2"),
        (#"{"id":1,"ID ":2,"I":3,"":4,"ID\u0000":5,"IDI":6}"#, ""),
        (#"{"NameOfTwentyFourBytes...":1,"NameOfTwentyFourBytes....":2}"#, "longest 1"),
        (#"{"x":1,"x":2,"ID":3,"x":[{"ID":1,"ID":2}]}"#, "id 3"),
        ("[]", "no object"), ("null", "no object"), ("7", "no object"), (#""ID""#, "no object"),
    ])
    func readsThoseItKnows(_ json: String, as expected: String) {
        for window in [16, 24, 64, 256 << 10] { #expect(members(json, window: window) == expected) }
    }

    @Test(arguments: [
        (#"{"ID":1,"ID":1}"#, "1:14 the member \"ID\" is given twice in one object"),
        (#"{"ID":1,"x":2,"\u0049D":3}"#, "1:25 the member \"ID\" is given twice in one object"),
        ("{\"Labels\":{},\n\"L\\u0061bels\":null}", "2:15 the member \"Labels\" is given twice in one object"),
    ])
    func refusesOneGivenTwice(_ json: String, with error: String) {
        for window in [16, 24, 64, 256 << 10] { #expect(members(json, window: window) == error) }
    }

    /// The name must outlive the refill that finds its colon.
    @Test(arguments: 16...80)
    func namesStayWhileTheColonIsSought(_ window: Int) {
        let json = #"{"ID"                      :    1, "Lab\u0065ls"                             :2}"#
        #expect(members(json, window: window) == "id 1, labels 2")
    }
}
