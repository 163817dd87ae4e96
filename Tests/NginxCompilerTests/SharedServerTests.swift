import Testing

@testable import NginxCompiler

/// How the hosts of a shared server are cut into blocks.
@Suite struct SharedServerTests {
    private static let names = (0..<3_000).map { "host\($0).example.org" }.sorted()

    private static func blocks(of names: [String]) -> [[String]] { SharedServer.blocks(of: names).map(Array.init) }

    @Test func blocksHoldAllNamesInOrder() {
        let blocks = Self.blocks(of: Self.names)
        #expect(blocks.flatMap { $0 } == Self.names)
        #expect(blocks.allSatisfy { (1...SharedServer.most).contains($0.count) })
        #expect((6...24).contains(blocks.count), "one of 256 names begins a block")
    }

    @Test func fewNamesAreOneBlock() {
        #expect(Self.blocks(of: ["a.example"]) == [["a.example"]])
        #expect(Self.blocks(of: ["a.example", "b.example"]) == [["a.example", "b.example"]])
    }

    /// Whoever chooses names with one hash makes no longer blocks.
    @Test func namesThatNobodyCutsAreCutByCount() {
        let cuts = Set(Self.blocks(of: Self.names).dropFirst().map { $0[0] })
        let uncut = Self.names.filter { !cuts.contains($0) }
        #expect(Self.blocks(of: uncut).map(\.count).max() == SharedServer.most)
    }

    /// The block that a host is taken from or added to is another, and one beside it where it begins one.
    @Test func hostThatGoesChangesItsBlockAlone() {
        let before = Set(Self.blocks(of: Self.names))
        for place in stride(from: 0, to: Self.names.count, by: 7) {
            var names = Self.names
            names.remove(at: place)
            let changed = before.subtracting(Self.blocks(of: names))
            #expect(changed.count <= 2, "without \(Self.names[place])")
        }
    }
}
