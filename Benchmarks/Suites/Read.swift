import RouteModel

extension Suite {
    /// The bytes are given through a window, as a file would be.
    static let read = Suite(
        name: "read", summary: "bytes of a snapshot in memory to what routing needs of them",
        shapes: { $0.shapes(.mixed) },
        measure: { shape, harness in
            let bytes = SyntheticSnapshot(shape).bytes
            var measurement = Measurement("read", shape, try harness.time { try readSnapshot(bytes) })
            measurement.inputBytes = bytes.count
            measurement.routes = try Compilation(of: bytes, under: .plain(shape)).yield.routes
            return measurement
        })
}
