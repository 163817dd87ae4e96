/// The tasks of each service.
///
/// 33,000 tasks of 10,000 services: three arrays instead of a dictionary of arrays.
struct TasksByService: Sendable {
    private let tasks: [Task]
    /// Where each service's tasks begin in `order`, by the number of its ID, and where the last one's end.
    private let starts: [Int]
    private let order: [Int]

    init(_ snapshot: Snapshot) {
        tasks = snapshot.tasks
        var starts = [Int](repeating: 0, count: snapshot.identifiers.count + 1)
        // By index: a task that is taken out of the array counts two references.
        for index in tasks.indices { starts[Int(tasks[index].service.index) + 1] += 1 }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        self.starts = starts
        var order = [Int](repeating: 0, count: tasks.count)
        var next = starts
        for index in tasks.indices {
            let service = Int(tasks[index].service.index)
            order[next[service]] = index
            next[service] += 1
        }
        self.order = order
    }

    /// Shows `body` the lowest address of each running task of a service on `network`, in the order of the input. No task
    /// is taken out of the array, which would count references that two threads have in common.
    func forEachAddress(of service: Service, on network: Identifier, _ body: (IPAddress) -> Void) {
        let index = Int(service.id.index)
        let places = starts[index]..<starts[index + 1]
        guard !places.isEmpty else { return }
        order.withUnsafeBufferPointer { order in
            tasks.withUnsafeBufferPointer { tasks in
                for place in places {
                    if let address = tasks[order[place]].address(on: network) { body(address) }
                }
            }
        }
    }

    /// The running tasks of a service, in the order of the input.
    func tasks(of service: Service) -> some Collection<Task> {
        let index = Int(service.id.index)
        return order[starts[index]..<starts[index + 1]].lazy.map { tasks[$0] }
    }
}
