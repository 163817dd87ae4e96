import RouteModel
import Synchronization

/// What the processor beside this one does: one thing after the other, on one thread that lasts.
///
/// With a thread for each thing a third one took turns with the others on two processors, and each had a part of the heap
/// of its own: at 1,000 networks that were 3 MiB more.
final class OtherProcessor: Sendable {
    static let shared = OtherProcessor()

    private struct Queue {
        var jobs: [@Sendable () -> Void] = []
        var hasThread = false
    }

    private let queue = Mutex(Queue())
    private let waiting = Semaphore(0)

    /// Has `job` done behind those that were added before; perhaps never, if the program ends. Drops it where there is no
    /// second processor, or no room for a thread.
    func add(_ job: @escaping @Sendable () -> Void) {
        guard hasSecondProcessor else { return }
        let isTaken = queue.withLock { queue in
            if !queue.hasThread { queue.hasThread = startThread { [self] in work() } }
            if queue.hasThread { queue.jobs.append(job) }
            return queue.hasThread
        }
        if isTaken { waiting.signal() }
    }

    /// Has what `value` alone holds freed.
    func free(_ value: consuming some Sendable) { add { [value] in _ = value } }

    private func work() {
        reserveMemory(1 << 20)
        while true {
            waiting.wait()
            let job = queue.withLock { $0.jobs.removeFirst() }
            job()
        }
    }
}

extension OtherProcessor: SecondThread {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value {
        let aside = Aside(work)
        meanwhile()
        return aside.take()
    }
}

/// Lets the thread that calls allocate up to `count` bytes without asking the system, which has mapped the first quarter.
///
/// glibc asks for the memory of every thread but the first by 4 KiB (mprotect(2)), and meanwhile the first cannot touch new
/// memory either: that took 2 % of a run. Memory that is not used costs nothing; the template alone needs 300 KiB, for which
/// 80 interrupts took another 2 % of a run at 10 networks.
private func reserveMemory(_ count: Int) {
    // The first block is too large to come from the thread's own memory. That it is given back makes its size usual, here
    // and for the first thread (M_MMAP_THRESHOLD in mallopt(3)), and so the second one does.
    for _ in 0..<2 { UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16).deallocate() }
    let first = UnsafeMutableRawPointer.allocate(byteCount: count / 4, alignment: 16)
    mapMemory(from: UInt(bitPattern: first), to: UInt(bitPattern: first) + UInt(count / 4))
    first.deallocate()
}
