/// Why there is nothing to route: the snapshot is no JSON, or not of the shape that was asked for.
public struct SnapshotError: Error, Hashable, Sendable {
    /// Where in the input, or `nil` where no place says more than the message.
    public let position: TextPosition?
    /// What is wrong and what to do.
    public let message: String

    /// An error at `position`.
    public init(at position: TextPosition?, _ message: String) {
        self.position = position
        self.message = message
    }
}
