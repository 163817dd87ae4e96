public import RouteModel

/// How the work on one file is shared by two threads; the file is the same as without.
///
/// At 300 networks this takes 6.5 ms of the 8.4 in which one thread lowers and writes 3,300 hosts.
public struct SharedWork: Sendable {
    let thread: any SecondThread

    /// From how many items on a list is worth a thread.
    let fewest: Int

    /// How many items a thread takes at once: few enough that both end at about the same time.
    let piece: Int

    /// How many items at most are shared at once: what the second thread writes is in memory twice for a while, and what it
    /// makes takes new memory even where the first has freed some.
    static let most = 2_048

    /// - Parameters:
    ///   - fewest: 2 at least.
    ///   - piece: 1 at least; other numbers than these are for tests.
    public init(with thread: any SecondThread, from fewest: Int = 500, by piece: Int = 16) {
        self.thread = thread
        self.fewest = max(2, fewest)
        self.piece = max(1, piece)
    }
}
