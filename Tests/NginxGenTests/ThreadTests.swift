import Synchronization
import Testing

@testable import nginxgen

/// Where threads run.
struct ThreadTests {
    @Test func theOthersAreAllButOne() throws {
        let allowed = try #require(Processors.allowed())
        #expect((allowed.others()?.count ?? 0) == allowed.count - 1)
        #expect(hasSecondProcessor == (allowed.count > 1))
    }

    @Test(.enabled(if: hasSecondProcessor, "there is one processor")) func aThreadBeginsWhereItIsPut() throws {
        let others = try #require(Processors.allowed()?.others())
        let count = Mutex(0)
        let end = Semaphore(0)
        try #require(
            startThread(on: others) {
                count.withLock { $0 = Processors.allowed()?.count ?? 0 }
                end.signal()
            })
        end.wait()
        #expect(count.withLock { $0 } == others.count)
    }

    /// It only begins on another one.
    @Test func aThreadMayRunWhereItsStarterMay() throws {
        let allowed = try #require(Processors.allowed())
        let count = Mutex(0)
        runThread { count.withLock { $0 = Processors.allowed()?.count ?? 0 } }
        #expect(count.withLock { $0 } == allowed.count)
    }

    /// As where a filter of system calls forbids to say where a thread runs.
    @Test func aThreadThatCannotBePlacedRunsAnywhere() throws {
        let end = Semaphore(0)
        try #require(startThread(on: Processors()) { end.signal() })
        end.wait()
    }

    @Test func aThreadOnOneProcessorCanStartAnother() {
        let counts = Mutex<[Int]>([])
        runThread {
            while let others = Processors.allowed()?.others() { others.bind() }
            runThread { counts.withLock { $0.append(Processors.allowed()?.count ?? 0) } }
        }
        #expect(counts.withLock { $0 } == [1])
    }
}

/// Runs `body` on a new thread and waits for its end.
private func runThread(_ body: @escaping @Sendable () -> Void) {
    let end = Semaphore(0)
    let isStarted = startThread {
        body()
        end.signal()
    }
    #expect(isStarted)
    if isStarted { end.wait() }
}
