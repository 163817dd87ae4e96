import NginxCompiler
import RouteModel

extension Suite {
    static let remember = Suite(
        name: "remember", summary: "one task moved: like reconfigure, with what is remembered of the snapshot before",
        shapes: { $0.shapes(.mixed, .vip) },
        measure: { shape, harness in
            let swarm = SyntheticSnapshot(shape)
            let states = [swarm.bytes, swarm.reschedulingOneTask().bytes]
            let pipeline = try RememberingPipeline(.plain(shape))
            _ = try pipeline.compile(states[0])
            var round = 0
            var measurement = Measurement(
                "remember", shape,
                try harness.time {
                    round += 1
                    return try pipeline.compile(states[round % 2])
                })
            measurement.inputBytes = states[0].count
            measurement.note(try Compilation(of: states[0], under: .plain(shape)).yield)
            return measurement
        })
}

/// Everything between snapshots and files, in this process, with a memory.
private final class RememberingPipeline {
    private let snapshots = SnapshotMemory()
    private let routing: RoutingMemory
    private let files: [FileMemory]

    init(_ settings: BenchmarkSettings) throws {
        let settings = try readSettings(settings.bytes)
        let template = try ConfigTemplate.builtIn()
        routing = RoutingMemory(under: settings)
        files = settings.extensions.map { FileMemory(ProxyOptions($0, for: template), by: template) }
    }

    func compile(_ snapshot: [UInt8]) throws -> [[UInt8]] {
        var offset = 0
        let source: ByteSource = { buffer in
            let count = min(buffer.count, snapshot.count - offset)
            buffer.copyBytes(from: snapshot[offset..<offset + count])
            offset += count
            return .success(count)
        }
        let routed = route(try readSnapshot(from: source, remembering: snapshots), remembering: routing)
        return try zip(routed.tables, files).map { try NginxCompiler.compile($0, remembering: $1) }
    }
}
