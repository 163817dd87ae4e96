import Synchronization
import Testing

@testable import nginxgen

/// What is done aside is done once, whoever of two threads comes to it.
struct AsideTests {
    @Test func everyWorkIsDoneOnce() {
        let count = Mutex(0)
        let asides = (0..<1_000).map { number in
            Aside {
                count.withLock { $0 += 1 }
                return number
            }
        }
        // From the last on: those in front are done by the other thread, if there is one, or when they are asked for.
        #expect(asides.reversed().map { $0.take() } == (0..<1_000).reversed())
        #expect(count.withLock { $0 } == 1_000)
    }

    @Test func workIsSharedWithoutLoss() {
        for number in 0..<200 {
            var meanwhile = 0
            let result = OtherProcessor.shared.run({ number }, during: { meanwhile = number })
            #expect(result == number && meanwhile == number)
        }
    }

    @Test func valueStays() {
        let count = Mutex(0)
        let aside = Aside { count.withLock { $0 += 1 } }
        for _ in 0..<3 { aside.value }
        #expect(count.withLock { $0 } == 1)
    }
}
