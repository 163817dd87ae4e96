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
