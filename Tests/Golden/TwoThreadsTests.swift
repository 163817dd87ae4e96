import Foundation
import RouteModel
import TestSupport
import Testing

/// Every golden case is routed the same by two threads that share the work.
struct TwoThreadsTests {
    /// Does the other thread's part first, or behind this one's: whoever is faster, nothing depends on it.
    private struct Turns: SecondThread {
        let isFirst: Bool

        func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value {
            if !isFirst { meanwhile() }
            defer { if isFirst { meanwhile() } }
            return work()
        }
    }

    @Test(arguments: GoldenCase.all, [true, false])
    func routeTheSame(_ golden: GoldenCase, isFirst: Bool) throws {
        let settings = try readSettings(golden.config)
        var offset = 0
        let bytes = try golden.snapshot
        var early: EarlyLabels?
        let snapshot = try readSnapshot(
            from: { buffer in
                let count = min(buffer.count, bytes.count - offset)
                buffer.copyBytes(from: bytes[offset..<offset + count])
                offset += count
                return .success(count)
            }, services: { early = EarlyLabels(of: $0, under: settings) })
        let alone = route(snapshot, under: settings)
        let together = route(snapshot, under: settings, knowing: early, with: Turns(isFirst: isFirst))
        #expect(together.tables == alone.tables)
        #expect(together.diagnostics == alone.diagnostics)
    }
}
