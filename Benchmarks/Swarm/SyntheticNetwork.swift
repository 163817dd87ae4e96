/// An overlay network of a Swarm, the default one of a stack.
struct SyntheticNetwork {
    /// The stack whose network it is.
    let stack: String
    let name: String
    let id: String
    /// The addresses' first three bytes: `10.1.0.`.
    let prefix: String
    private let number: Int
    private let created: String
    private let updated: String

    /// The stack's network that is counted `number`, below 60,000.
    init(_ number: Int) {
        var random = Randomness(for: .network, number)
        let stack = "\(random.pick(Self.syllables))\(random.pick(Self.syllables))-\(number + 1000)"
        self.init(number, name: stack + "_default", stack: stack, &random)
    }

    /// The network over which nodes publish ports; no service is routed over it.
    static let ingress: SyntheticNetwork = {
        var random = Randomness(for: .network, 1 << 20)
        return SyntheticNetwork(-256, name: "ingress", stack: "", &random)
    }()

    private init(_ number: Int, name: String, stack: String, _ random: inout Randomness) {
        (self.number, self.name, self.stack) = (number, name, stack)
        id = random.identifier()
        prefix = "10.\(1 + number / 256).\(abs(number % 256))."
        (created, updated) = (random.moment(), random.moment())
    }

    private static let syllables = ["al", "bor", "cen", "dun", "er", "fol", "gar", "hil", "ost", "ran", "tol", "wes"]

    private var isIngress: Bool { number < 0 }

    private var labels: String { isIngress ? "{}" : #"{"com.docker.stack.namespace":"\#(stack)"}"# }

    private var overlay: String { #"{"com.docker.network.driver.overlay.vxlanid_list":"\#(4353 + number)"}"# }

    private var ranges: String { #"[{"Subnet":"\#(prefix)0/24","Gateway":"\#(prefix)1"}]"# }

    /// As `GET /networks` lists it.
    var listed: String {
        #"""
        {"Name":"\#(name)","Id":"\#(id)","Created":"\#(created)","Scope":"swarm","Driver":"overlay",\#
        "EnableIPv4":true,"EnableIPv6":false,"IPAM":{"Driver":"default","Options":null,"Config":\#(ranges)},\#
        "Internal":false,"Attachable":false,"Ingress":\#(isIngress),"ConfigFrom":{"Network":""},"ConfigOnly":false,\#
        "Containers":null,"Options":\#(overlay),"Labels":\#(labels)}
        """#
    }

    /// As it stands, whole, in every task that is attached to it.
    var attached: String {
        #"""
        {"ID":"\#(id)","Version":{"Index":\#(2000 + number)},"CreatedAt":"\#(created)","UpdatedAt":"\#(updated)",\#
        "Spec":{"Name":"\#(name)","Labels":\#(labels),"DriverConfiguration":{"Name":"overlay"},\#
        \#(isIngress ? #""Ingress":true,"# : "")"Scope":"swarm"},\#
        "DriverState":{"Name":"overlay","Options":\#(overlay)},\#
        "IPAMOptions":{"Driver":{"Name":"default"},"Configs":\#(ranges)}}
        """#
    }

    /// The networks of the node itself, which the Engine lists beside those of the Swarm.
    static let local: [String] = ["bridge", "docker_gwbridge", "host", "none"].enumerated().map { number, name in
        var random = Randomness(for: .network, (1 << 21) + number)
        let driver = ["bridge", "bridge", "host", "null"][number]
        return #"""
            {"Name":"\#(name)","Id":"\#(random.hexadecimal(64))","Created":"\#(random.moment())","Scope":"local",\#
            "Driver":"\#(driver)","EnableIPv4":true,"EnableIPv6":false,\#
            "IPAM":{"Driver":"default","Options":null,"Config":null},"Internal":false,"Attachable":false,\#
            "Ingress":false,"ConfigFrom":{"Network":""},"ConfigOnly":false,"Containers":{},"Options":{},"Labels":{}}
            """#
    }
}
