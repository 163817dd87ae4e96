extension Suite {
    /// Nothing is kept from one state to the next: settings and template are read anew as well.
    static let reconfigure = Suite(
        name: "reconfigure", summary: "one service scaled: bytes of the new snapshot to bytes of the new files",
        shapes: {
            $0.shapes(.mixed, .vip, .task, .special, .server) + [Shape(kind: .mixed, networks: 100, clusters: 4)]
        },
        measure: { shape, harness in
            let bytes = SyntheticSnapshot(shape).scalingOneService().bytes
            let settings = BenchmarkSettings.plain(shape)
            let compilation = try Compilation(of: bytes, under: settings)
            var measurement = Measurement(
                "reconfigure", shape,
                try harness.time { try Compilation(of: bytes, under: settings).render() })
            measurement.inputBytes = bytes.count
            measurement.note(try compilation.yield)
            return measurement
        })
}
