import Testing

@testable import RouteModel

/// The document as a whole: what is a snapshot and what is none.
struct SnapshotReaderTests {
    @Test(arguments: [
        "{\"services\":[]}",
        " \n{\"services\" : [ ] }\n",
        "{\"services\":[],\"tasks\":null,\"networks\":null}",
        "{\"services\":[],\"tasks\":{},\"networks\":7}",
        "{\"services\":[],\"nodes\":[{}],\"secrets\":null,\"more\":1,\"more\":2}",
        "{\"services\":[null,7,\"text\",[],{}],\"tasks\":[null,7,[],{}],\"networks\":[null,7,[],{}]}",
        "{\"services\":[{\"Spec\":{\"Name\":\"no labels\"}}]}",
    ])
    func readsOneWithNothingToRoute(_ json: String) throws {
        let snapshot = try readSnapshot(Array(json.utf8))
        #expect(snapshot.services.isEmpty && snapshot.tasks.isEmpty && snapshot.networks.isEmpty)
        #expect(snapshot.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("", "the input is empty; it should be a snapshot, an object with \"services\""),
        (" \n ", "the input is empty; it should be a snapshot, an object with \"services\""),
        ("[]", "1:1 a snapshot is an object with \"services\"; this is none"),
        ("\n [{\"ID\":\"a\"}]", "2:2 a snapshot is an object with \"services\"; this is none"),
        ("null", "1:1 a snapshot is an object with \"services\"; this is none"),
        ("\"services\"", "1:1 a snapshot is an object with \"services\"; this is none"),
        ("{}", "1:1 the snapshot has no array \"services\"; it is what GET /services answers"),
        (" {\"Services\":[]}", "1:2 the snapshot has no array \"services\"; it is what GET /services answers"),
        ("{\"services\":null}", "1:1 the snapshot has no array \"services\"; it is what GET /services answers"),
        ("{\"services\":{}}", "1:1 the snapshot has no array \"services\"; it is what GET /services answers"),
        ("{\"services\":[]", "1:15 the input ends here, but a comma or \"}\" is wanted"),
        ("{\"services\":[]} {}", "1:17 more text follows the snapshot's end; remove it"),
        ("{\"services\":[],\"services\":[]}", "1:27 the member \"services\" is given twice in one object"),
        ("{\"tasks\":[],\"t\\u0061sks\":null}", "1:26 the member \"tasks\" is given twice in one object"),
        ("Error response from daemon", "1:1 \"E\" stands here, but a value is wanted"),
    ])
    func refuses(_ json: String, with error: String) {
        #expect(refusal(of: Array(json.utf8)) == error)
    }

    @Test(
        arguments: [
            (
                [0xEF, 0xBB, 0xBF, 0x7B, 0x7D],
                "1:1 a byte order mark stands before the snapshot; save it as UTF-8 without one"
            ),
            ([0xEF, 0xBB, 0xBF], "1:1 a byte order mark stands before the snapshot; save it as UTF-8 without one"),
            ([0xFF, 0xFE, 0x7B, 0x00], "1:1 the snapshot is UTF-16 or UTF-32; save it as UTF-8"),
            ([0xFE, 0xFF, 0x00, 0x7B], "1:1 the snapshot is UTF-16 or UTF-32; save it as UTF-8"),
            ([0x7B, 0x00, 0x7D, 0x00], "1:1 the snapshot is UTF-16 or UTF-32; save it as UTF-8"),
            ([0x00, 0x7B, 0x00, 0x7D], "1:1 the snapshot is UTF-16 or UTF-32; save it as UTF-8"),
            ([0x00, 0x00, 0x00, 0x7B], "1:1 the snapshot is UTF-16 or UTF-32; save it as UTF-8"),
            ([0xEF, 0xBB], "1:1 the byte 0xEF stands here, but a value is wanted"),
            ([0x00], "1:1 the snapshot is UTF-16 or UTF-32; save it as UTF-8"),
        ] as [([UInt8], String)])
    func refusesOtherEncodings(_ bytes: [UInt8], with error: String) throws {
        #expect(refusal(of: bytes) == error)
        #expect(throws: SnapshotError.self) { try snapshot(from: bytes, window: 16, inPiecesOf: 1) }
    }

    @Test func theSourcesErrorIsPassedOn() {
        let error = SnapshotError(at: nil, "cannot read")
        #expect(throws: error) { try readSnapshot { _ in .failure(error) } }
    }
}
