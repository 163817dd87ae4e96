import Testing

/// How the tasks of services are reached, and how services share a host's requests.
@Suite(.needsNginx)
struct BackendModeTests {
    private let host = "app.example.org"

    /// How many of `count` requests each backend answers.
    private func share(of count: Int, at cluster: ServedCluster) throws -> [String: Int] {
        try (0..<count).reduce(into: [:]) { share, _ in
            share[try cluster.backend(host: host) ?? "nobody", default: 0] += 1
        }
    }

    // MARK: Shares

    /// A virtual IP with 9 tasks behind it beside one with 1.
    @Test func virtualIPsShareByTheirRunningTasks() throws {
        let stable = SampleService("stable", ["hosts": host], virtualIP: "10.0.9.2", running: 9)
        let canary = SampleService("canary", ["hosts": host], virtualIP: "10.0.9.4", running: 1)
        try SampleCluster(stable, canary).serving { cluster in
            let share = try share(of: 300, at: cluster)
            #expect(share["nobody"] == nil)
            #expect((260...280).contains(share["stable.vip"] ?? 0), "\(share)")
            #expect((20...40).contains(share["canary.vip"] ?? 0), "\(share)")
        }
    }

    @Test func tasksShareByTheirNumber() throws {
        let stable = SampleService("stable", ["hosts": host], at: "10.0.9.2", "10.0.9.3", "10.0.9.4", "10.0.9.5")
        let canary = SampleService("canary", ["hosts": host], at: "10.0.9.6")
        try SampleCluster(stable, canary).serving { cluster in
            let share = try share(of: 300, at: cluster)
            #expect(share.count == 5 && share["nobody"] == nil)
            #expect(share.values.allSatisfy { (55...65).contains($0) }, "\(share)")
        }
    }

    @Test func virtualIPAndTasksShareByTasks() throws {
        let stable = SampleService("stable", ["hosts": host], virtualIP: "10.0.9.2", running: 4)
        let canary = SampleService("canary", ["hosts": host], at: "10.0.9.4", "10.0.9.5")
        try SampleCluster(stable, canary).serving { cluster in
            let share = try share(of: 300, at: cluster)
            #expect((190...210).contains(share["stable.vip"] ?? 0), "\(share)")
            #expect(
                (45...55).contains(share["canary.1"] ?? 0) && (45...55).contains(share["canary.2"] ?? 0), "\(share)")
        }
    }

    // MARK: Addresses

    @Test func hostModeAsksTheNode() throws {
        let web = SampleService("web", ["hosts": host], onNode: "192.0.2.9", publishing: 30080)
        try SampleCluster(web).serving { cluster in
            let answer = try cluster.client.get(host: host)
            #expect(Echo(answer)?.backend == "web.1")
            #expect(answer.headers["X-Upstream-Addr"] == cluster.endpoints["192.0.2.9:30080"]?.description)
        }
    }

    @Test func taskOnTheNetworkOfALeaderIsFound() throws {
        try SampleCluster(SampleService("web", ["hosts": host], onNetworkOfLeader: "192.0.2.9")).serving { cluster in
            let backend = try cluster.backend(host: host)
            #expect(backend == "web.1")
        }
    }

    /// A service of DNS round robin has none.
    @Test func tasksAreAskedWhereThereIsNoVirtualIP() throws {
        let web = SampleService("web", ["hosts": host, "backend_mode": "vip"], at: "10.0.9.3", "10.0.9.4")
        try SampleCluster(web).serving { cluster in
            let share = try share(of: 10, at: cluster)
            #expect(share == ["web.1": 5, "web.2": 5])
        }
    }

    @Test(.enabled(if: Endpoint.machineHasIPv6), arguments: [["10.0.9.3"], []])
    func tasksMayHaveIPv6Addresses(_ others: [String]) throws {
        let web = SampleService("web", ["hosts": host], at: "fd00::5")
        let more = others.map { SampleService("more", ["hosts": host], at: $0) }
        let backend = try Backend("web.1", on: .free(on: "::1"))
        defer { backend.stop() }
        try SampleCluster([web] + more).replacing("[fd00::5]:8000", by: backend.endpoint).serving { cluster in
            let share = try share(of: 10, at: cluster)
            #expect(share["web.1"] == 10 / (1 + others.count))
        }
    }
}
