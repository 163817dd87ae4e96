import Foundation

extension Suite {
    /// What the pipes take is part of it.
    static let stream = Suite(
        name: "stream",
        summary: "one task moved: a line to `nginxgen stream` through a pipe, until its answer has come",
        shapes: { $0.shapes(.mixed, .vip) },
        measure: { shape, harness in
            let folder = try ScratchFolder()
            defer { folder.remove() }
            let config = try folder.write(BenchmarkSettings.plain(shape).bytes, to: "config.toml")
            let swarm = SyntheticSnapshot(shape)
            let states = [swarm.bytes, swarm.reschedulingOneTask().bytes].map { Data($0) }
            let process = try StreamProcess(try Tool.nginxgen(harness.options), ["stream", "--config", config])
            try process.answer(states[0])
            var round = 0
            var measurement = Measurement(
                "stream", shape,
                try harness.time {
                    round += 1
                    try process.answer(states[round % 2])
                })
            // The child's time is not known before it ends.
            measurement.processor = nil
            measurement.inputBytes = states[0].count
            measurement.note(try Compilation(of: swarm.bytes, under: .plain(shape)).yield)
            measurement.peakBytes = process.peakMemory
            try process.stop()
            return measurement
        })
}
