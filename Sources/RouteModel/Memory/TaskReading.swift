/// What one element of `tasks` said. A class, since it goes from list to list.
final class TaskReading {
    /// The task, if it runs and shall run.
    let task: Task?
    /// The networks that it told of, each once.
    let mentions: [NetworkMention]
    /// Whether something is kept of one of them.
    let tellsOfNetwork: Bool

    init(task: Task?, mentions: [NetworkMention]) {
        self.task = task
        self.mentions = mentions
        tellsOfNetwork = mentions.contains { $0.network != nil }
    }

    /// Whether reading it again would give the same: of a network that is known, the rest of an attachment is passed over.
    func holds(with known: borrowing KnownNetworks) -> Bool {
        // By index: a mention that is taken out of the array counts references.
        for index in mentions.indices where known.contains(mentions[index].id) != mentions[index].wasKnown {
            return false
        }
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
