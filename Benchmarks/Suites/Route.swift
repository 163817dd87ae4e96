import RouteModel

extension Suite {
    static let route = Suite(
        name: "route", summary: "snapshot to the routing tables of all clusters",
        shapes: { $0.shapes(.mixed) + [Shape(kind: .mixed, networks: 100, clusters: 4)] },
        measure: { shape, harness in
            let compilation = try Compilation(of: SyntheticSnapshot(shape).bytes, under: .plain(shape))
            let (snapshot, settings) = (compilation.snapshot, compilation.settings)
            var measurement = Measurement(
                "route", shape, harness.time { RouteModel.route(snapshot, under: settings) })
            measurement.routes = try compilation.yield.routes
            return measurement
        })
}
