extension Suite {
    /// With the snapshot in a file that was written a moment ago, so that it is read from memory, and the result to
    /// `/dev/null`.
    static let process = Suite(
        name: "process", summary: "one service scaled: nginxgen from its start to its end, snapshot in a file",
        shapes: { $0.shapes(.mixed, .vip) },
        measure: { shape, harness in
            let nginxgen = try Tool.nginxgen(harness.options)
            let folder = try ScratchFolder()
            defer { folder.remove() }
            let bytes = SyntheticSnapshot(shape).scalingOneService().bytes
            let compilation = try Compilation(of: bytes, under: .plain(shape))
            let arguments = [
                "--config", try folder.write(BenchmarkSettings.plain(shape).bytes, to: "config.toml"),
                "--snapshot", try folder.write(bytes, to: "snapshot.json"),
            ]
            let times = try harness.time(by: .children) { try ChildProcess(nginxgen, arguments).waitForSuccess() }
            var measurement = Measurement("process", shape, times)
            measurement.inputBytes = bytes.count
            measurement.note(try compilation.yield)
            measurement.peakBytes = try PeakMemory.measure(nginxgen, arguments)
            return measurement
        })
}
