import TestSupport
import Testing

/// What nginx is given where everything is as large as it may be: sizes that it fixes when it starts are computed, and a
/// value that it would refuse never reaches it.
@Suite(.needsNginx)
struct LimitTests {
    /// A tenant with plain names.
    private func tenant(
        _ number: Int, hosts: [String], path: String? = nil, strippingPath: Bool = false, addresses: [String]
    ) -> Tenant {
        var tenant = Tenant(names: Tenant.Names(service: "s\(number)", network: "n\(number)", container: "c"))
        tenant.labels = [
            ("com.docker.lb.hosts", .string(hosts.joined(separator: ","))), ("com.docker.lb.port", "8080"),
        ]
        if let path { tenant.labels.append(("com.docker.lb.context_root", .string(path))) }
        if strippingPath { tenant.labels.append(("com.docker.lb.context_root_rewrite", "true")) }
        tenant.addresses = addresses
        return tenant
    }

    /// Compiles the tenants' file, and checks that nginx takes it without a word.
    private func expectAcceptance(of tenants: [Tenant], _ options: String = "") throws -> String {
        let config = Array("[Extensions.default]\n[Extensions.default.Config]\n\(options)\n".utf8)
        let file = try nginxConf(of: "default", from: Tenant.snapshot(of: tenants), under: config)
        let check = try NginxCheck(ofCompiled: file)
        #expect(check.passed && !check.output.contains("["), "\(options): \(check.output)")
        return String(decoding: file, as: UTF8.self)
    }

    private func addresses(_ count: Int, ofVersion version: Int, in network: Int = 1) -> [String] {
        (1...count).map { number in
            version == 4
                ? "10.\(network).\(number / 250).\(number % 250 + 1)/16" : "fd00::\(network):\(number)/64"
        }
    }

    /// 253 bytes, the longest name there is.
    private func longestHost(_ number: Int, beginning: String = "") -> String {
        let label = String(repeating: "x", count: 49)
        let tail = "." + [label, label, label, label].joined(separator: ".") + ".n\(1000 + number)"
        return beginning + String(repeating: "y", count: 253 - beginning.utf8.count - tail.utf8.count) + tail
    }

    // MARK: Names

    @Test(arguments: ["", "ServerNamesHashBucketSize = 64", "ServerNamesHashBucketSize = 32768"])
    func longestHostsFit(_ options: String) throws {
        let path = "/" + String(repeating: "p", count: 254)
        let tenants = [
            tenant(1, hosts: [longestHost(1), longestHost(2, beginning: "*.")], addresses: ["10.1.0.1/24"]),
            tenant(2, hosts: [longestHost(3)], addresses: addresses(2, ofVersion: 4)),
            tenant(
                3, hosts: [longestHost(4), longestHost(5, beginning: "*.")], path: path, strippingPath: true,
                addresses: addresses(2, ofVersion: 6)),
            tenant(4, hosts: [longestHost(4)], path: path, addresses: []),
        ]
        #expect(longestHost(1).utf8.count == 253)
        let file = try expectAcceptance(of: tenants, options)
        for number in 1...5 { #expect(file.contains("\(1000 + number)")) }
    }

    @Test func thousandsOfHostsFit() throws {
        let tenants = (1...50).map { number in
            tenant(
                number, hosts: (1...100).map { "h\($0).t\(number).example" }, addresses: ["10.\(number).0.1/24"])
        }
        let file = try expectAcceptance(of: tenants)
        #expect(file.contains("        h100.t50.example 10.50.0.1:8080;"))
    }

    @Test func moreUpstreamsThanTheTableMayNameFit() throws {
        let tenants = (1...31).map { number in
            tenant(
                number, hosts: (1...100).map { "h\($0).t\(number).example" },
                addresses: addresses(2, ofVersion: 4, in: number))
        }
        let file = try expectAcceptance(of: tenants, "UpstreamZoneSize = 64")
        #expect(file.contains("server_name h100.t31.example;"))
    }

    // MARK: Peers

    @Test(arguments: [4, 6], [1, 16, 56, 57, 63, 64, 300])
    func zoneHoldsThePeersOfOneUpstream(_ version: Int, _ peers: Int) throws {
        let addresses = addresses(peers, ofVersion: version)
        let hosts = ["one.example", longestHost(1)]
        let file = try expectAcceptance(
            of: [tenant(1, hosts: Array(hosts.prefix(1)), addresses: addresses)], "UpstreamZoneSize = 64")
        #expect(peers == 1 || file.contains("zone upstreams "))
        _ = try expectAcceptance(of: [tenant(1, hosts: hosts, addresses: addresses)], "UpstreamZoneSize = 32")
    }

    @Test(arguments: [4, 6])
    func zoneHoldsManySmallUpstreams(_ version: Int) throws {
        let tenants = (1...100).map { number in
            tenant(
                number, hosts: [longestHost(number)], path: "/a",
                addresses: addresses(3, ofVersion: version, in: number))
        }
        _ = try expectAcceptance(of: tenants, "UpstreamZoneSize = 64")
    }

    // MARK: Settings

    /// The largest and smallest values, and values that nginx would refuse there.
    @Test(arguments: [
        "AccessLogPath = 'off'", "AccessLogPath = '/dev/$'", "ErrorLogPath = 'off'", "MainLogFormat = \"'$-'\"",
        "ClientBodyBufferSize = '1g'", "ClientHeaderBufferSize = '1G'", "LargeClientHeaderBuffers = '4 1g'",
        "LargeClientHeaderBuffers = '4 0k'", "LargeClientHeaderBuffers = '9999 999999999m'",
        "ClientBodyBufferSize = 0", "ClientMaxBodySize = '999999999g'", "KeepaliveTimeout = '999999w999999d'",
        "ClientBodyTimeout = '1h30'", "UpstreamZoneSize = 1048576", "ServerNamesHashBucketSize = 65536",
        "ConnectTimeout = 2000000", "WorkerProcesses = 512", "SSLProtocols = 'TLSv1.2 TLSv1.2'",
        "RLimitNoFile = 10000000\nMaxConnections = 1000000",
    ])
    func settingsAtTheirLimitsAreAccepted(_ options: String) throws {
        _ = try expectAcceptance(
            of: [tenant(1, hosts: ["a.example"], addresses: addresses(2, ofVersion: 4))], options)
    }
}
