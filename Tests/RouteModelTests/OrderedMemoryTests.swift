import Testing

@testable import RouteModel

/// What comes again is found again, however much beside it is new.
struct OrderedMemoryTests {
    /// Asks for numbers, those of the last run first, and counts those that were found and the comparisons.
    private func run(_ wanted: [Int], after last: [Int]) -> (found: Int, comparisons: Int) {
        var memory = OrderedMemory<Int>()
        for number in last { memory.remember(number) }
        memory.keep()
        var (found, comparisons) = (0, 0)
        for number in wanted {
            let known = memory.recall { result in
                comparisons += 1
                return result == number
            }
            if let known {
                #expect(known == number)
                found += 1
            } else {
                memory.remember(number)
            }
        }
        return (found, comparisons)
    }

    private static let numbers = Array(0..<1_000)

    @Test func theSameIsFoundAtOnce() {
        #expect(run(Self.numbers, after: Self.numbers) == (1_000, 1_000))
    }

    @Test(arguments: [1, 2, 10, 100, 500])
    func whatHasNotChangedIsFound(_ changes: Int) {
        // Next to one another, and apart.
        for step in [1, max(1, 1_000 / changes)] {
            var wanted = Self.numbers
            for index in 0..<changes { wanted[index * step] = -1 - index }
            #expect(run(wanted, after: Self.numbers).found == 1_000 - changes)
        }
    }

    @Test(arguments: [1, 3, 8])
    func whatComesAndGoesHidesNothing(_ count: Int) {
        let longer = Array(0..<500) + Array(10_000..<10_000 + count) + Array(500..<1_000)
        #expect(run(longer, after: Self.numbers).found == 1_000)
        #expect(run(Self.numbers, after: longer).found == 1_000)
    }

    @Test func whatHasMovedFarIsFound() {
        let moved = Array(700..<1_000) + Array(0..<700)
        #expect(run(moved, after: Self.numbers).found == 1_000)
    }

    @Test func nothingIsLookedForForever() {
        let new = Array(5_000..<6_000)
        #expect(run(new, after: Self.numbers).comparisons <= 1_000 * (8 + 2 * 8))
        #expect(run(Self.numbers.reversed(), after: Self.numbers).comparisons <= 1_000 * (8 + 2 * 8))
    }
}
