import Foundation

extension Suite {
    /// While a client asks all the time. Not beyond 300 networks: with server blocks nginx alone would take minutes.
    static let endToEnd = endToEnd(
        "end to end", "one task moved: nginxgen, `nginx -t`, SIGHUP, first answer by the new file", staysUp: false)

    /// The same with one nginxgen for all changes.
    static let warmEndToEnd = endToEnd(
        "end to end, stream", "the same with the snapshot as a line for a nginxgen that stays up", staysUp: true)

    private static func endToEnd(_ name: String, _ summary: String, staysUp: Bool) -> Suite {
        Suite(
            name: name, summary: summary,
            shapes: { $0.filter { (10...300).contains($0) }.shapes(.vip, .task, .special, .server) },
            measure: { shape, harness in
                let proxy = try RunningProxy(shape, harness.options, compilerStaysUp: staysUp)
                defer { proxy.stop() }
                try proxy.waitForAnswer(of: 1)
                let visitor = Visitor(asking: proxy.client)
                let steps = Result { try reconfigurations(of: proxy, harness.rounds) }
                let visits = visitor.stop()
                return try measurement(of: name, shape, steps.get(), visits)
            })
    }

    private static func reconfigurations(of proxy: RunningProxy, _ rounds: Int) throws -> [Reconfiguration] {
        try (0..<rounds).map { round in
            // nginx lets old workers answer for 100 ms more; the next change comes when they are gone.
            usleep(500_000)
            return try proxy.reconfigure(to: round % 2 == 0 ? 2 : 1)
        }
    }

    private static func measurement(
        of suite: String, _ shape: Shape, _ steps: [Reconfiguration], _ visits: (requests: Int, failures: Int)
    ) -> Measurement {
        var measurement = Measurement(suite, shape, times(steps, \.whole))
        // nginx's share of the cores is not known: it was started once and goes on.
        measurement.processor = nil
        measurement.parts = [
            .init(name: "nginxgen", median: times(steps, \.compiling).median),
            .init(name: "nginx -t", median: times(steps, \.checking).median),
            .init(name: "reload", median: times(steps, \.reloading).median),
        ]
        (measurement.requests, measurement.failedRequests) = (visits.requests, visits.failures)
        return measurement
    }

    private static func times(_ steps: [Reconfiguration], _ time: (Reconfiguration) -> Double) -> Samples {
        Samples(steps.map { Samples.Sample(wall: time($0), processor: 0) })
    }
}
