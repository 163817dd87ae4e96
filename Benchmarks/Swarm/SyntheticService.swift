/// A service of a Swarm, in the shape in which `GET /services` answers it.
struct SyntheticService {
    /// Counts through the whole Swarm.
    let number: Int
    let id: String
    /// What its containers are made from; it stands again in each of its tasks.
    let taskTemplate: String
    /// Its place in its stack, and how many tasks it is to have.
    let place: Int
    let replicas: Int
    /// Whether it publishes a port over the ingress network, as every fortieth does.
    let isPublished: Bool
    /// Its own network, and for every fifth service the next stack's.
    let networks: [SyntheticNetwork]
    private let name: String
    private let labels: String
    private let port: Int
    private var random: Randomness

    init(_ number: Int, of shape: Shape, replicas: Int, on networks: [SyntheticNetwork]) {
        (self.number, self.replicas, self.networks) = (number, replicas, networks)
        random = Randomness(for: .service, number)
        id = random.identifier()
        place = number % Shape.servicesPerNetwork
        port = random.pick([80, 3000, 5000, 8000, 8080, 9000])
        isPublished = number % 40 == 11
        let short = SyntheticLabels.names[place % 10] + (place < 10 ? "" : "\(place)")
        name = "\(networks[0].stack)_\(short)"
        let cluster = number / Shape.servicesPerNetwork % shape.clusters
        labels = SyntheticLabels(shape, place, on: networks[0], cluster: cluster, port: port).members
        let container = SyntheticContainer(of: name, short, in: networks[0].stack, port: port, &random)
        taskTemplate = container.template(attachedTo: networks, as: short, &random)
    }

    /// Every third service carries what it was before its last update, the old labels among it.
    private var wasUpdated: Bool { number % 3 == 0 }

    /// The object.
    func object() -> String {
        var random = random
        let (created, updated) = (random.moment(), random.moment())
        return #"""
            {"ID":"\#(id)","Version":{"Index":\#(3000 + number)},"CreatedAt":"\#(created)","UpdatedAt":"\#(updated)",\#
            "Spec":\#(specification(hosts: "")),\#
            \#(wasUpdated ? #""PreviousSpec":\#(specification(hosts: "previous-")),"# : "")\#
            "Endpoint":{"Spec":\#(endpoint),\#(published)"VirtualIPs":[\#(virtualIPs)]}\#
            \#(wasUpdated ? #","UpdateStatus":\#(updateStatus(updated))"# : "")}
            """#
    }

    private func specification(hosts prefix: String) -> String {
        let labels = labels.replacing(#"lb.hosts":""#, with: #"lb.hosts":"\#(prefix)"#)
        return #"""
            {"Name":"\#(name)","Labels":{\#(labels)"com.docker.stack.image":"registry.example.com/\#(name)",\#
            "com.docker.stack.namespace":"\#(networks[0].stack)"},"TaskTemplate":\#(taskTemplate),\#
            "Mode":{"Replicated":{"Replicas":\#(replicas)}},\#
            "UpdateConfig":\#(rollout("rollback", "start-first")),"RollbackConfig":\#(rollout("pause", "stop-first")),\#
            "EndpointSpec":\#(endpoint)}
            """#
    }

    private func rollout(_ action: String, _ order: String) -> String {
        #"""
        {"Parallelism":1,"Delay":10000000000,"FailureAction":"\#(action)","Monitor":5000000000,\#
        "MaxFailureRatio":0,"Order":"\#(order)"}
        """#
    }

    private func updateStatus(_ moment: String) -> String {
        #"{"State":"completed","StartedAt":"\#(moment)","CompletedAt":"\#(moment)","Message":"update completed"}"#
    }

    private var endpoint: String {
        #"{"Mode":"vip"\#(isPublished ? "," + published.dropLast() : "")}"#
    }

    /// The published ports with a comma behind them; empty where there are none.
    private var published: String {
        guard isPublished else { return "" }
        let port =
            #"{"Protocol":"tcp","TargetPort":\#(port),"PublishedPort":\#(30000 + number),"PublishMode":"ingress"}"#
        return #""Ports":[\#(port)],"#
    }

    private var virtualIPs: String {
        networks.indices.map { #"{"NetworkID":"\#(networks[$0].id)","Addr":"\#(address(0, on: $0))/24"}"# }
            .joined(separator: ",")
    }

    /// The address of task `slot`, 1 to 7, on one of the service's networks; slot 0 is the virtual IP.
    func address(_ slot: Int, on network: Int) -> String {
        "\(networks[network].prefix)\((network == 0 ? 4 : 130) + place * 8 + slot)"
    }
}
