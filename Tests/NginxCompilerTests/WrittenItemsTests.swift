import Testing

@testable import NginxCompiler

/// Items that have not changed are found where they were, whatever happens to those around them.
struct WrittenItemsTests {
    private final class Item {}

    /// Writes a list, ten bytes an item; returns how many items were found in the last file.
    private func write(_ list: [Item], _ items: inout WrittenItems) -> Int {
        items.begin(list)
        var (index, found) = (0, 0)
        while index < list.count {
            if let run = items.repeatRun(of: list, from: index, at: 10 * index) {
                #expect(run.bytes.count == 10 * run.count)
                (index, found) = (index + run.count, found + run.count)
            } else {
                items.remember(ObjectIdentifier(list[index]), at: 10 * index..<10 * index + 10)
                index += 1
            }
        }
        items.keep()
        return found
    }

    @Test(arguments: [1, 2, 8, 20, 200])
    func itemsAroundOthersAreFound(_ count: Int) {
        var items = WrittenItems()
        var list = (0..<1_000).map { _ in Item() }
        #expect(write(list, &items) == 0)
        #expect(write(list, &items) == 1_000)
        for place in 0..<count { list[5 * place] = Item() }
        #expect(write(list, &items) == 1_000 - count, "replaced, each by itself")
        // A few are missed behind a gap, until all are looked for anywhere.
        for place in 0..<count { list[place] = Item() }
        #expect(write(list, &items) >= 1_000 - count - 16, "replaced, one behind the other")
        list.removeFirst(count)
        #expect(write(list, &items) >= list.count - 16, "removed")
        list.insert(contentsOf: (0..<count).map { _ in Item() }, at: 3)
        #expect(write(list, &items) == 1_000 - count, "inserted")
        list.reverse()
        #expect(write(list, &items) >= 1_000 - 16, "in another order")
        #expect(write(list, &items) == 1_000)
    }
}
