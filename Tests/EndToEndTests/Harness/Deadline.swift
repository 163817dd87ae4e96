import Glibc

/// The moment until which a test waits: whatever hangs, fails instead.
struct Deadline: Sendable {
    private let end: ContinuousClock.Instant

    init(after patience: Duration = .seconds(5)) {
        end = .now + patience
    }

    var hasPassed: Bool { ContinuousClock.now >= end }

    /// Whole milliseconds left, as `poll` takes them; 0 once the deadline has passed.
    var millisecondsLeft: Int32 {
        let left = max(.zero, end - .now)
        return Int32(left / .milliseconds(1))
    }

    /// Whether `condition` came to hold in time; it is asked every 5 ms, and at least once.
    func passes(_ condition: () throws -> Bool) rethrows -> Bool {
        while try !condition() {
            if hasPassed { return false }
            usleep(5000)
        }
        return true
    }
}
