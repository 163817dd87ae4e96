extension Suite {
    static let render = Suite(
        name: "render", summary: "routing tables to nginx.conf, lowered, written and read back",
        shapes: { $0.shapes(.mixed, .vip, .task, .special, .server) },
        measure: { shape, harness in
            let compilation = try Compilation(of: SyntheticSnapshot(shape).bytes, under: .plain(shape))
            var measurement = Measurement("render", shape, try harness.time { try compilation.render() })
            measurement.note(try compilation.yield)
            return measurement
        })
}
