import Glibc

/// Counts what is there to be taken; whoever finds nothing waits for it.
final class Semaphore: Sendable {
    /// The system's own, which any thread may use at any time.
    nonisolated(unsafe) private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    /// So much is there from the beginning.
    init(_ count: Int) { sem_init(semaphore, 0, UInt32(count)) }

    deinit {
        sem_destroy(semaphore)
        semaphore.deallocate()
    }

    func signal() { sem_post(semaphore) }

    func wait() {
        // Nothing but a signal to the process ends this early.
        while sem_wait(semaphore) != 0 {}
    }
}
