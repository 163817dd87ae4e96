import Testing

@testable import RouteModel

/// Where the window ends changes nothing: every token is cut at every place.
struct JSONWindowTests {
    private static let documents = [
        #" { "a" : [ true , false , null ] , "\u0041\n" : { } , "long enough for more than one window" : [ ] } "#,
        #"{"plain":"text that is longer than any of the small windows are, by far","x":"","y":[[],{}]}"#,
        #"["\"\\\/\b\f\n\r\t","\uD834\uDD1E\u00e9","é€😀é€😀é€😀é€😀","a\u0000b","🐳🐳🐳🐳🐳🐳🐳"]"#,
        #"[0,-1,12.5e+10,1E-7,9223372036854775807,123456789012345678901234567890123456789012,0.5]"#,
        "{\n        \"a\": [\n                1,\n                x\n        ]\n}\n",
        "[[ ],{ },[\t],{\n},[[] ],[{} ],{\"a\":[ ]},{\"b\":{ }}]",
        "[\n1,\n\n\"a\"\n,\n{\"a\"\n:\n1\n}\n]\n\n",
        "[\n1,\n\n  fals]", "[1,\n \"a\\x\"]", "[\"\u{80}\u{7FF}\", \n1 2]", "{\"a\":{\"b\":[1,2,}]}}",
        "[1]\n\n\n            x",
        "{\"a\" 1}", "{\"a\":1 \"b\"}", "{\"a\":1,                         }", "[1.e]", "[\"abc", "[\"\\uD834\\uDD1",
    ]

    @Test(arguments: documents)
    func windowsOfEverySizeReadTheSame(_ text: String) {
        let json = Array(text.utf8)
        let (read, skipped) = (reading(json: json), skipping(json))
        for window in 16...64 {
            for piece in [1, 2, 3, 7, 64] {
                #expect(reading(json: json, window: window, inPiecesOf: piece) == read)
                #expect(skipping(json, window: window, inPiecesOf: piece) == skipped)
            }
        }
    }

    @Test(arguments: documents)
    func everyPlaceMayBeTheEndOfAWindow(_ text: String) {
        for lead in 0..<16 {
            let json = [UInt8](repeating: UInt8(ascii: " "), count: lead) + Array(text.utf8)
            #expect(reading(json: json, window: 16) == reading(json: json))
            #expect(skipping(json, window: 16) == skipping(json))
        }
    }

    // MARK: What is kept

    @Test(arguments: ["", "é", #"\n"#])
    func textsGrowTheWindow(_ end: String) {
        let text = String(repeating: "0123456789abcde\u{301}", count: 10_000)
        let json = Array("{\"\(text)\(end)\":\"\(text)\(end)\"}".utf8)
        #expect(reading(json: json, window: 16) == reading(json: json, window: 1 << 20))
        #expect(reading(json: json, window: 16, inPiecesOf: 4095) == reading(json: json, window: 1 << 20))
    }

    @Test func textsLongerThanTheLargestWindowAreRefusedOnlyWhereTheyAreKept() {
        let json = Array("[\"\(String(repeating: "a", count: JSONWindow.longestText))\"]".utf8)
        #expect(reading(json: json) == "1:3 a text is longer than 4 MiB, more than a Swarm can hold")
        #expect(skipping(json) == "passed")
    }

    // MARK: Sources

    private static let broken = SnapshotError(at: nil, "cannot read")

    @Test(arguments: 0...40)
    func anErrorOfTheSourceIsPassedOn(after count: Int) {
        let json = Array(#"{"name of a member":["a text",12.5,true],"b":1}"#.utf8.prefix(count))
        for window in [16, 17, 64] {
            let given = source(of: json, inPiecesOf: 5)
            var scanner = JSONScanner(
                of: { buffer in given(buffer).flatMap { $0 == 0 ? .failure(Self.broken) : .success($0) } },
                window: window)
            #expect(throws: Self.broken) { try scanner.skipValue() }
        }
    }

    @Test func theEndStaysTheEnd() throws {
        var asked = 0
        var scanner = JSONScanner(
            of: { _ in
                asked += 1
                return .success(0)
            }, window: 16)
        for _ in 0..<3 { #expect(try scanner.peek() == 0) }
        try scanner.expectEnd()
        #expect(throws: SnapshotError.self) { try scanner.skipValue() }
        #expect(asked > 0)
    }
}
