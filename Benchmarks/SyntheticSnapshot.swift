/// A Swarm made up from a shape, as the Engine API would answer it: full objects in the Engine's order of members, since
/// a compiler's work is to pass over nearly all of their bytes.
///
/// A service has about 3.85 kB, a task 3.09 kB, a network 0.52 kB. Every tenth task has a predecessor that failed.
struct SyntheticSnapshot {
    let shape: Shape
    /// The service that has one task more than the others.
    private var scaled: Int?
    /// The service whose first task was started anew elsewhere.
    private var rescheduled: Int?
    /// What the marker redirects to; `nil`: there is no marker.
    private var generation: Int?

    init(_ shape: Shape) { self.shape = shape }

    /// The same Swarm with one more task of the service in its middle.
    func scalingOneService() -> Self {
        var copy = self
        copy.scaled = shape.services / 2
        return copy
    }

    /// The same Swarm after one task, in its middle, was started anew on another node.
    func reschedulingOneTask() -> Self {
        var copy = self
        copy.rescheduled = shape.services / 2
        return copy
    }

    /// The same Swarm with one service more, whose host nginx answers itself: see `Marker`.
    func marked(_ generation: Int) -> Self {
        var copy = self
        copy.generation = generation
        return copy
    }

    /// The snapshot, a line with its end. The same for the same Swarm; a change of one object leaves the bytes of the
    /// others.
    var bytes: [UInt8] {
        let networks = (0..<shape.networks).map(SyntheticNetwork.init)
        let services = (0..<shape.services).map { service($0, among: networks) }
        var writer = ObjectWriter(reserving: shape.services * 15_000)
        writer.open("services")
        for service in services { writer.add(service.object()) }
        if let generation { writer.add(Marker.service(of: generation, on: networks[0])) }
        writer.open("tasks")
        for service in services { addTasks(of: service, to: &writer) }
        writer.open("networks")
        for network in SyntheticNetwork.local { writer.add(network) }
        for network in [.ingress] + networks { writer.add(network.listed) }
        return writer.finish()
    }

    private func service(_ number: Int, among networks: [SyntheticNetwork]) -> SyntheticService {
        let home = number / Shape.servicesPerNetwork
        var own = [networks[home]]
        if number % 5 == 2, networks.count > 1 { own.append(networks[(home + 1) % networks.count]) }
        let replicas = Shape.tasksPerService + (number == scaled ? 1 : 0)
        return SyntheticService(number, of: shape, replicas: replicas, on: own)
    }

    private func addTasks(of service: SyntheticService, to writer: inout ObjectWriter) {
        for slot in 1...service.replicas {
            var task = SyntheticTask(service: service, slot: slot)
            if service.number == rescheduled, slot == 1 { task.state = .moved }
            writer.add(task.object())
            guard (service.number * Shape.tasksPerService + slot) % 10 == 0, slot <= Shape.tasksPerService else {
                continue
            }
            writer.add(SyntheticTask(service: service, slot: slot, state: .ended).object())
        }
    }
}
