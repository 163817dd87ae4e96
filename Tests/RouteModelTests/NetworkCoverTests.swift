import TestSupport
import Testing

@testable import RouteModel

@Suite struct NetworkCoverTests {
    private func cover(_ services: [[Int]], attached: Set<Int> = []) -> [Int] {
        let count = (services.joined().max() ?? -1) + 1
        return NetworkCover(of: services, isAttached: (0..<count).map(attached.contains)).smallest().sorted()
    }

    @Test func takesFewerThanOneAfterTheOtherWould() {
        // The network 2 serves most, but with it two more are needed.
        let services = [[0, 2], [0, 2], [0], [1, 2], [1, 2], [1]]
        #expect(cover(services) == [0, 1])
        #expect(cover([[0, 2], [0, 2], [0, 3], [1, 2], [1, 2], [1, 3], [0], [1]]) == [0, 1])
    }

    @Test func takesTheFirstOfEquals() {
        #expect(cover([[0, 1], [0, 1]]) == [0])
        #expect(cover([]) == [])
    }

    @Test func keepsWhatIsAttachedOfEquals() {
        #expect(cover([[0, 1], [0, 1]], attached: [1]) == [1])
        #expect(cover([[0, 1], [0, 2]], attached: [1, 2]) == [0], "one network less counts for more")
    }

    @Test func solvesStrangersApart() {
        #expect(cover([[0, 1], [2, 3], [4, 5]], attached: [3]) == [0, 3, 4])
    }

    /// Beyond what is searched the answer still reaches everybody.
    @Test func reachesEverybodyWhereThereAreMany() {
        let count = NetworkCover.mostSearched + 4
        let services = (0..<count).map { [$0, ($0 + 1) % count].sorted() }
        let chosen = Set(cover(services))
        #expect(services.allSatisfy { !chosen.isDisjoint(with: $0) })
        #expect(chosen.count <= count * 2 / 3)
    }

    /// No smaller set reaches everybody, tried against all sets.
    @Test(arguments: 0..<50 as Range<UInt64>)
    func isSmallest(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let services = (0..<8).map { _ in
            Array(Set((0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 0..<7, using: &random) }))
                .sorted()
        }
        let least = (0..<1 << 7).filter { set in services.allSatisfy { $0.contains { set & 1 << $0 != 0 } } }
            .map(\.nonzeroBitCount).min()
        #expect(cover(services).count == least)
    }
}
