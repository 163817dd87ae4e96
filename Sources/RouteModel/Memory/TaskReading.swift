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
    func holds(with knowledge: borrowing NetworkKnowledge) -> Bool {
        for mention in mentions where knowledge[mention.id] != mention.before { return false }
        return true
    }
}

/// What a task said of a network that it is attached to.
struct NetworkMention: Equatable {
    let id: Identifier
    /// How much was known of it before the task.
    let before: NetworkKnowledge.Level
    /// What was kept of it.
    var network: Network?
}
