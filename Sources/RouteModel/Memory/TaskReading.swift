/// What one element of `tasks` said. A class, since it goes from list to list.
final class TaskReading {
    /// The task, if it runs and shall run.
    let task: Task?
    /// The networks that it told of, each once.
    let mentions: [NetworkMention]

    init(task: Task?, mentions: [NetworkMention]) {
        self.task = task
        self.mentions = mentions
    }

    /// Whether reading it again would give the same: of a network that is known, the rest of an attachment is passed over.
    func holds(with known: borrowing KnownNetworks) -> Bool {
        for mention in mentions where known.contains(mention.id) != mention.wasKnown { return false }
        return true
    }
}

/// What a task said of a network that it is attached to.
struct NetworkMention: Equatable {
    let id: Identifier
    /// Whether it was known before the task.
    let wasKnown: Bool
    /// What was kept of it.
    var network: Network?
}
