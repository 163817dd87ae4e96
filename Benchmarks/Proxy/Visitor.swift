import Foundation
import Synchronization

/// A client that asks for the marker all the time, 2 ms after each answer, on a thread of its own.
final class Visitor: Sendable {
    private struct Visits {
        var requests = 0
        var failures = 0
        var isStopped = false
        var hasEnded = false
    }

    private let visits = Mutex(Visits())

    init(asking client: LoopbackClient) {
        Thread.detachNewThread { [self] in
            while visit(client) { usleep(2000) }
            visits.withLock { $0.hasEnded = true }
        }
    }

    private func visit(_ client: LoopbackClient) -> Bool {
        let isAnswered = client.redirect(of: Marker.host) != nil
        return visits.withLock { visits in
            visits.requests += 1
            if !isAnswered { visits.failures += 1 }
            return !visits.isStopped
        }
    }

    /// Ends the visits, and tells of all of them.
    func stop() -> (requests: Int, failures: Int) {
        visits.withLock { $0.isStopped = true }
        while !visits.withLock({ $0.hasEnded }) { usleep(1000) }
        return visits.withLock { ($0.requests, $0.failures) }
    }
}
