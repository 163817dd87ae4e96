import Testing

struct AdaptationTests {
    @Test func replacesEveryOccurrenceInTheGivenOrder() throws {
        let adaptation: Adaptation = ["listen 80;": "listen 81;", "listen 81;": "listen 82;"]
        #expect(try adaptation.adapt(Array("listen 80; listen 80;".utf8)) == Array("listen 82; listen 82;".utf8))
    }

    @Test func textThatIsNotThereIsAnError() {
        let adaptation: Adaptation = ["listen 80;": "listen 81;"]
        #expect(throws: TextMissing.self) { try adaptation.adapt(Array("listen 8080;".utf8)) }
    }

    @Test func loadsTheStreamModuleForAStreamBlock() throws {
        let adapted = try ([:] as Adaptation).adapt(Array("events {}\nstream {\n}\n".utf8))
        #expect(adapted.starts(with: Array("load_module ".utf8)))
    }

    @Test func keepsTemporaryFilesWithoutAddingALine() throws {
        let adapted = try ([:] as Adaptation).adapt(Array("events {}\nhttp {\n    upstream {}\n}\n".utf8))
        let lines = adapted.split(separator: UInt8(ascii: "\n"))
        #expect(lines.count == 4)
        #expect(lines[1].starts(with: Array("http { client_body_temp_path client_body;".utf8)))
    }
}
