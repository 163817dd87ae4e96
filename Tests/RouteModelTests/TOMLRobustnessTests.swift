import Testing

@testable import RouteModel

/// No input may trap: a document that uses everything, cut short and damaged at every byte.
struct TOMLRobustnessTests {
    private static let document = Array(
        #"""
        # é
        bare = 1
        "q\u00e9" . 'l' = +1_0 # c
        basic = "a\t\"\\\U0001F600"
        lines = """
        a \
          b ""c"""""
        literal = 'C:\x'
        raw = '''
        d 'e'''''
        numbers = [0, -7, 0xFf, 0o7_7, 0b1, 1e-3, 2.5E+1, inf, -nan]
        flags = [
          true, # one
          false,
        ]
        dates = [1979-05-27T07:32:00.25-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:60]
        inline = { a.b = 1, c = { }, 'd' = [[]] }
        [super.table]
        x.y = {}
        [ super ]
        [[array.of]]
        k = ""
        [array.of.sub]
        [[ array . "of" ]]
        """#.utf8)

    @Test func theDocumentItselfIsRead() {
        #expect(
            reading(of: Self.document)
                == #"""
                {'bare': 1, 'qé': {'l': 10}, 'basic': 'a<09>"\😀', 'lines': 'a b ""c""', 'literal': 'C:\x', \#
                'raw': 'd 'e''', 'numbers': [0, -7, 255, 63, 1, 0.001, 25.0, inf, nan], 'flags': [true, false], \#
                'dates': [1979-5-27T7:32:0.250000000@-420, 1979-5-27T7:32:0.0, 1979-5-27, 7:32:60.0], \#
                'inline': {'a': {'b': 1}, 'c': {}, 'd': [[]]}, 'super': {'table': {'x': {'y': {}}}}, \#
                'array': {'of': [{'k': '', 'sub': {}}, {}]}}
                """#)
    }

    @Test func everyPrefixIsReadOrRefused() {
        for count in Self.document.indices {
            expectReadOrRefused(Array(Self.document.prefix(count)))
        }
    }

    @Test(arguments: Array("\"'\\#[]{}=.,\n\r\t _-+0:T".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xFF])
    func everyDamagedByteIsReadOrRefused(_ damage: UInt8) {
        for place in Self.document.indices {
            var document = Self.document
            document[place] = damage
            expectReadOrRefused(document)
        }
    }

    /// A fault must lie within the document, or right behind its end.
    private func expectReadOrRefused(_ document: [UInt8]) {
        do {
            _ = try readTOML(document)
        } catch {
            let lines = document.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let isInside =
                lines.indices.contains(error.position.line - 1)
                && (1...lines[error.position.line - 1].count + 1).contains(error.position.column)
            if !isInside || error.message.isEmpty {
                Issue.record("\(error.position) lies outside \(String(decoding: document, as: UTF8.self))")
            }
        }
    }
}
