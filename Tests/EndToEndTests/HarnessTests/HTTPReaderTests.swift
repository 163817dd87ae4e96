import Testing

struct HTTPReaderTests {
    private static let chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nWiki\r\nA\r\n0123456789\r\n0\r\n\r\n"

    private func read(_ text: String, as side: HTTPReader.Side, inPiecesOf size: Int, atEnd: Bool) throws -> [String] {
        var (reader, rest, bodies) = (HTTPReader(side), Array(text.utf8)[...], [String]())
        while !rest.isEmpty {
            reader.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
            while let message = try reader.next(atEnd: atEnd && rest.isEmpty) { bodies.append(message.text) }
        }
        return bodies
    }

    @Test(arguments: [1, 3, 1000])
    func joinsChunks(inPiecesOf size: Int) throws {
        let bodies = try read(
            Self.chunked + Self.chunked, as: .responses(toMethod: "GET"), inPiecesOf: size, atEnd: false)
        #expect(bodies == ["Wiki0123456789", "Wiki0123456789"])
    }

    @Test(arguments: [false, true])
    func responseWithoutALengthLastsUntilTheEnd(_ atEnd: Bool) throws {
        let bodies = try read(
            "HTTP/1.1 200 OK\r\n\r\nrest", as: .responses(toMethod: "GET"), inPiecesOf: 5, atEnd: atEnd)
        #expect(bodies == (atEnd ? ["rest"] : []))
    }

    @Test func requestWithoutALengthHasNoBody() throws {
        let two = "GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /b HTTP/1.1\r\n\r\n"
        #expect(try read(two, as: .requests, inPiecesOf: 7, atEnd: false) == ["", ""])
    }

    @Test func headersKeepTheirOrderAndCapitals() throws {
        var reader = HTTPReader(.requests)
        reader.append(Array("GET / HTTP/1.1\r\nB:  x y \r\na:\r\nb: z\r\n\r\n".utf8))
        let message = try #require(try reader.next())
        #expect(message.headers.map(\.description) == ["B: x y", "a: ", "b: z"])
        #expect(message.headers.values(of: "b") == ["x y", "z"])
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func whatIsNotHTTPIsAnError(_ text: String) {
        #expect(throws: HTTPSyntaxError.self) {
            try read(text, as: .responses(toMethod: "GET"), inPiecesOf: 1000, atEnd: true)
        }
    }
}
