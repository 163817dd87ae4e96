import Testing

@testable import RouteModel

struct IdentifierPoolTests {
    private func identifier(_ text: String, in pool: inout IdentifierPool) -> Identifier {
        Array(text.utf8).withUnsafeBufferPointer { pool.identifier(of: $0) }
    }

    @Test func equalIDsHaveEqualNumbers() {
        var pool = IdentifierPool()
        let ids = (0..<10_000).map { String(repeating: "x", count: $0 % 40) + "\($0)" }
        let numbers = ids.map { identifier($0, in: &pool) }
        #expect(Set(numbers).count == ids.count)
        #expect(pool.count == ids.count)
        #expect(ids.map { identifier($0, in: &pool) } == numbers)
        #expect(numbers.map { pool.text(of: $0) } == ids.map { ByteString($0.utf8) })
    }

    /// Eight bytes are compared at a time: one that differs must be found wherever it is.
    @Test(arguments: [1, 7, 8, 9, 16, 25])
    func oneByteMakesAnotherID(_ count: Int) {
        var pool = IdentifierPool()
        let id = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        var ids = [id, id + [0], Array(id.dropLast())]
        for place in id.indices {
            ids.append(id)
            ids[ids.count - 1][place] = UInt8(ascii: "b")
        }
        let numbers = ids.map { $0.withUnsafeBufferPointer { pool.identifier(of: $0) } }
        #expect(Set(numbers).count == ids.count)
    }

    /// Longer ones than there is a key for are told apart too.
    @Test func idsOfAnyLengthHaveNumbers() {
        var pool = IdentifierPool()
        let longest = FingerprintKey.ofProcess.capacity
        let ids = [0, 1, 15, 16, 17, longest - 1, longest, longest + 1, 3 * longest].flatMap { count in
            [String(repeating: "a", count: count), String(repeating: "a", count: count) + "b"]
        }
        let numbers = ids.map { identifier($0, in: &pool) }
        #expect(Set(numbers).count == ids.count)
        #expect(ids.map { identifier($0, in: &pool) } == numbers)
    }
}
