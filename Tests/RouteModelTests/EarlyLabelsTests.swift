import Dispatch
import Testing

@testable import RouteModel

/// What is read of labels before the rest of the snapshot changes nothing, whatever the rest turns out to say.
struct EarlyLabelsTests {
    private static let services = [
        #"{"ID":"1","Spec":{"Name":"plain","Labels":{"com.docker.lb.hosts":"b.example,a.example","com.docker.lb.port":"80"}}}"#,
        #"""
        {"ID":"2","Spec":{"Name":"secret","Labels":{"com.docker.lb.hosts":"s.example","com.docker.lb.port":"443",
        "com.docker.lb.ssl_cert":"cert"}}}
        """#,
        #"""
        {"ID":"3","Spec":{"Name":"checked","Labels":{"com.docker.lb.hosts":"a.example","com.docker.lb.port":"443",
        "com.docker.lb.ssl_backend":"true","com.docker.lb.ssl_backend_tls_verify":"authority"}}}
        """#,
        #"{"ID":"4","Spec":{"Name":"wrong","Labels":{"com.docker.lb.hosts":"w.example","com.docker.lb.port":"no"}}}"#,
        #"{"ID":"5","Spec":{"Name":"lost","Labels":{"com.docker.lb.hosts":"l.example","com.docker.lb.service_cluster":"x"}}}"#,
    ]

    @Test(
        arguments: [
            "", #","secrets":[]"#, #","secrets":[{"ID":"c","Spec":{"Name":"cert"}}]"#,
            #","secrets":[{"ID":"c","Spec":{"Name":"cert"}},{"ID":"a","Spec":{"Name":"authority"}}]"#,
        ])
    func routesTheSame(_ secrets: String) throws {
        let settings = try readSettings(
            Array("[Extensions.a]\nServiceCluster = \"\"\n[Extensions.b]\nServiceCluster = \"b\"\n".utf8))
        let tasks = (1...5).map { number in
            #"""
            {"ID":"t\#(number)","ServiceID":"\#(number)","Status":{"State":"running"},"DesiredState":"running",
            "NetworksAttachments":[{"Network":{"ID":"n","Spec":{"Name":"n"}},"Addresses":["10.0.0.\#(number)/24"]}]}
            """#
        }.joined(separator: ",")
        let services = Self.services.map {
            $0.replacing(#"{"Name""#, with: #"{"TaskTemplate":{"Networks":[{"Target":"n"}]},"Name""#)
        }
        for order in [services, services.reversed()] {
            let json = #"{"services":[\#(order.joined(separator: ","))],"tasks":[\#(tasks)]\#(secrets)}"#
            var early: EarlyLabels?
            let snapshot = try readSnapshot(from: source(of: Array(json.utf8))) {
                early = EarlyLabels(of: $0, under: settings)
            }
            let plain = route(snapshot, under: settings)
            let prepared = route(snapshot, under: settings, knowing: early)
            #expect(prepared.tables == plain.tables)
            #expect(prepared.diagnostics == plain.diagnostics)
            #expect(plain.tables[0].hosts.count == 3)
            #expect(plain.tables[0].secrets.isEmpty == secrets.elementsEqual(#","secrets":[]"#))
        }
    }

    /// More services than a thread takes at once, of two clusters: every eleventh has no port, some ask for secrets.
    @Test(arguments: [0, 1, 2, 4]) func threadsShareTheReading(_ threads: Int) throws {
        let settings = try readSettings(
            Array("[Extensions.a]\nServiceCluster = \"\"\n[Extensions.b]\nServiceCluster = \"b\"\n".utf8))
        let services = (0..<1_000).map { number in
            #"""
            {"ID":"s\#(number)","Spec":{"Name":"s\#(number * 7_919 % 1_000)","Labels":{
            "com.docker.lb.hosts":"h\#(number % 700).example,\#(number).example","com.docker.lb.port":"\#(number % 11)",
            \#(number % 10 == 5 ? #""com.docker.lb.ssl_cert":"cert\#(number % 3)","# : "")
            "com.docker.lb.backend_mode":"dns","com.docker.lb.service_cluster":"\#(number % 3 == 0 ? "b" : "")"},
            "TaskTemplate":{"Networks":[{"Target":"n"}]}}}
            """#
        }
        let json = Array(
            #"""
            {"services":[\#(services.joined(separator: ","))],"tasks":[],"secrets":[{"ID":"c","Spec":{"Name":"cert1"}}]}
            """#.utf8)
        var early: EarlyLabels?
        let snapshot = try readSnapshot(from: source(of: json)) { early = EarlyLabels(of: $0, under: settings) }
        let labels = try #require(early)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in labels.read() }
        let plain = route(snapshot, under: settings)
        let prepared = route(snapshot, under: settings, knowing: labels)
        #expect(prepared.tables == plain.tables)
        #expect(prepared.diagnostics == plain.diagnostics)
        #expect(plain.tables.allSatisfy { $0.hosts.count > 300 && $0.diagnostics.count > 60 })
    }
}
