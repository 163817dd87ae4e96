import NginxCompiler
import TestSupport
import Testing

/// Splitting loses and moves nothing, whatever wrote the file.
@Suite struct SplitPropertyTests {
    @Test(arguments: 0..<100 as Range<UInt64>)
    func partsMakeTheFileOfASwarmOfChance(_ seed: UInt64) throws {
        var generator = SwarmGenerator(seed: seed)
        let swarm = generator.swarm().snapshot.bytes
        expectSamePieces(try outputs(of: swarm, under: SwarmGenerator.settings))
    }

    @Test(arguments: GoldenCase.all)
    func partsMakeTheFileOfARecordedCase(_ golden: GoldenCase) throws { expectSamePieces(try golden.expected()) }

    private func expectSamePieces(_ files: [String: String]) {
        for (name, text) in files where name.hasSuffix(".nginx.conf") {
            let file = Array(text.utf8)
            for limit in [file.count - 1, file.count / 2, 600, 1] {
                let set = split(file, limit: limit)
                let parts = Dictionary(uniqueKeysWithValues: set.parts.map { ($0.name, $0.bytes) })
                #expect(including(parts, in: set.main.bytes) == file, "\(name) split at \(limit)")
                #expect(set.parts.allSatisfy { ConfigFile.isPartName($0.name) && !$0.bytes.isEmpty })
            }
        }
    }
}
