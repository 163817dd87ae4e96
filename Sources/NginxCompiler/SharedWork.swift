/// A second thread for a part of the work on a file. This module starts none itself.
public protocol SecondThread: Sendable {
    /// What `work` gives; `meanwhile` is done at the same time on the thread that calls, and both before this returns.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value
}

/// How the work on one file is shared by two threads; the file is the same as without.
///
/// At 300 networks it takes a second thread 2 ms to lower and write its half of 3,000 servers, and 0.1 ms to begin.
public struct SharedWork: Sendable {
    let thread: any SecondThread

    /// With how many items the two halves of a list are worth a thread.
    let fewest: Int

    /// How many items at most are written at once: what the other thread writes is in memory twice.
    static let most = 4_096

    /// - Parameter fewest: 2 at least, which is for tests.
    public init(with thread: any SecondThread, from fewest: Int = 500) {
        self.thread = thread
        self.fewest = max(2, fewest)
    }
}
