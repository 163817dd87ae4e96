import Testing

@testable import NginxCompiler

@Suite struct SocketDigitsTests {
    @Test(
        arguments: [
            (0x0A00_0105, 80, "10.0.1.5:80"), (0xFFFF_FFFF, 65535, "255.255.255.255:65535"), (0, 1, "0.0.0.0:1"),
            (0x6409_6300, 1000, "100.9.99.0:1000"),
        ] as [(UInt32, UInt16, String)])
    func writesAddressAndPort(_ bits: UInt32, _ port: UInt16, as text: String) {
        var file = Array("server ".utf8)
        SocketDigits(bits, port).append(to: &file)
        #expect(file == Array("server \(text)".utf8))
    }
}
