import TestSupport

/// A hostile tenant, and the harmless one that has all that is right about it in plain spelling and nothing else.
struct TenantPair {
    private(set) var hostile: Tenant
    private(set) var twin: Tenant
    /// Hosts that are in the file if the tenant is routed, and only then.
    private(set) var hosts: [String] = []

    private let number: Int

    /// Makes the tenant of this number, whose hosts and addresses no other has.
    init(_ number: Int, using random: inout SplitMix64) {
        self.number = number
        hostile = Tenant(
            names: Tenant.Names(
                service: "\(random.hostileText())\(number)", network: "\(random.hostileText())\(number)",
                container: random.hostileText()))
        twin = Tenant(names: Tenant.Names(service: "s\(number)", network: "n\(number)", container: "c\(number)"))
        addHosts(using: &random)
        addPort(using: &random)
        addPath(using: &random)
        addLabelsThatWillNotDo(using: &random)
        addTasks(using: &random)
        hostile.labels.shuffle(using: &random)
    }

    private mutating func add(_ label: String, _ text: String, plain: String?) {
        hostile.labels.append(("com.docker.lb.\(label)", .string(text)))
        if let plain { twin.labels.append(("com.docker.lb.\(label)", .string(plain))) }
    }

    // MARK: Labels that are acted on

    private mutating func addHosts(using random: inout SplitMix64) {
        let count = random.once(in: 12) ? 0 : Int.random(in: 1...3, using: &random)
        hosts = (0..<count).map { index in
            let long = random.once(in: 20) ? String(repeating: "long-label-of-a-host.", count: 10) : ""
            return (random.once(in: 6) ? "*." : "") + "h\(index)." + long + "t\(number).example"
        }
        let spelled = hosts.map { host in
            random.pick([host, host.uppercased(), host + ".", " \(host)\t"])
        }
        let wrong = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            random.once(in: 3) ? random.pick(Self.wrongHosts) : random.hostileText()
        }
        let items = (spelled + wrong).shuffled(using: &random)
        add("hosts", items.joined(separator: ","), plain: hosts.joined(separator: ","))
    }

    private static let wrongHosts = [
        "-a.example", "a-.example", "a..example", ".a.example", "*", "*.", "*a.example", "a.*", "*.*.example", "~a",
        "http://a.example", "a.example:80", "$hostname", "a;b.example", "\u{212A}.example", "b\u{FC}cher.example",
        "127.0.0.1",
        String(repeating: "x", count: 64) + ".example", String(repeating: "x.", count: 127) + "example",
    ]

    private mutating func addPort(using random: inout SplitMix64) {
        if random.once(in: 12) {
            let wrong = ["0", "65536", "080", "80.0", "8e1", "+80", "80 down", "\u{661}\u{662}", random.hostileText()]
            add("port", random.pick(wrong), plain: nil)
        } else {
            add("port", random.pick(["8080", " 8080", "8080\t"]), plain: "8080")
        }
    }

    private mutating func addPath(using random: inout SplitMix64) {
        guard random.once(in: 3) else { return }
        if random.once(in: 4) {
            add(
                "context_root", random.once(in: 2) ? random.pick(Self.wrongPaths) : "/" + random.hostileText(),
                plain: nil)
        } else {
            let path = random.pick(["/app", "/a/b", "/~(a)!&*+:@", "/" + String(repeating: "a", count: 254)])
            add("context_root", random.pick([path, " \(path)\t"]), plain: path)
        }
        switch Int.random(in: 0...2, using: &random) {
        case 0: add("context_root_rewrite", random.pick(["1", "t", "TRUE", " true "]), plain: "true")
        case 1: add("context_root_rewrite", random.hostileText(), plain: nil)
        default: break
        }
    }

    private static let wrongPaths = [
        "app", "=/app", "^~ /app", "~ /", "@app", "/a//b", "/a/../b", "/./a", "/%2e", "/a b", "/a$uri", "/a{", "/a;b",
        "/a'b",
        "/" + String(repeating: "a", count: 255),
    ]

    // MARK: The rest

    /// Values that must not be acted on, of labels that are known and of others.
    private mutating func addLabelsThatWillNotDo(using random: inout SplitMix64) {
        if random.once(in: 24) { add("service_cluster", random.hostileText(), plain: nil) }
        for label in Self.otherLabels where random.once(in: 8) { add(label, random.hostileText(), plain: nil) }
        if random.once(in: 4) { add(random.hostileText(), random.hostileText(), plain: nil) }
        hostile.labels.append((random.hostileText(), .string(random.hostileText())))
        if random.once(in: 4) {
            hostile.labels.append(("com.docker.stack.namespace", .string(random.hostileText())))
        }
    }

    private static let otherLabels = [
        "network", "backend_mode", "default_backend", "redirects", "websocket_endpoints", "sticky_session_cookie",
        "ip_hash", "max_fails", "fail_timeout", "ssl_cert", "ssl_key", "ssl_passthrough", "ssl_only", "ssl_backend",
        "ssl_backend_tls_verify",
    ]

    private mutating func addTasks(using random: inout SplitMix64) {
        let right = (0..<Int.random(in: 0...3, using: &random)).map { index in
            random.once(in: 3) ? "fd00::\(number):\(index + 1)/64" : "10.\(number).7.\(index + 1)/24"
        }
        let wrong = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            random.once(in: 2) ? random.pick(Self.wrongAddresses) : random.hostileText()
        }
        twin.addresses = right
        hostile.addresses = (right + wrong).shuffled(using: &random)
    }

    private static let wrongAddresses = [
        "010.0.0.1", "10.0.1", "0x7f.1", "2130706433", "10.0.0.1;mark on", "10.0.0.1 down", "10.0.0.256", "::1%eth0",
        "[::1]", "localhost", "unix:/run/x", "127.0.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "169.254.1.1",
        "::", "::1",
        "fe80::1", "ff02::1", "10.0.0.1/33", "10.0.0.1/", "\u{661}0.0.0.1",
    ]
}
