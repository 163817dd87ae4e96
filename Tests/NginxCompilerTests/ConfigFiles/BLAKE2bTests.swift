import Testing

@testable import NginxCompiler

/// The digests are those that `b2sum --length=128` prints.
@Suite struct BLAKE2bTests {
    @Test func textHasItsDigest() {
        #expect(BLAKE2b(Array("abc".utf8)).hexadecimal == "cf4ab791c62b8d2b2109c90275287816")
    }

    /// Around the ends of blocks, which have 128 bytes.
    @Test(arguments: [
        (0, "cae66941d9efbd404e4d88758ea67670"), (1, "7025e075d5e2f6cde3cc051a31f07660"),
        (3, "0670ccd376552c74b1e07587db0a9977"), (127, "40efb3ed1b6eb973c5f774422adb0230"),
        (128, "06e5bcee475a6bf6d9b8a07c6f4ae80a"), (129, "2ec7e7bf8a8265ffd68aadd70ecd2b7e"),
        (255, "b4b6fa7ac93abe0503b7ac802593eadd"), (256, "dbb08d79105462394550aa4d4e10133f"),
        (257, "85ffa7164e9200d4dddc7b7947e06eac"), (1_000, "b5dd3e85ff93149ae3688ac5d41f0886"),
    ])
    func lengthHasItsDigest(_ length: Int, _ digest: String) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
        #expect(BLAKE2b(bytes).hexadecimal == digest)
    }

    @Test func numberIsWhereTheDigestBegins() {
        #expect(BLAKE2b(Array("abc".utf8)).number == 0xCF4A_B791_C62B_8D2B)
    }
}
