import NginxCompiler
import RouteModel

extension Suite {
    /// Beside two compilations, which a plan consists of before it compares.
    static let plan = Suite(
        name: "plan", summary: "bytes of two snapshots, one service scaled, to the plan between them",
        shapes: { $0.shapes(.mixed) + [Shape(kind: .mixed, networks: 100, clusters: 4)] },
        measure: { shape, harness in
            let settings = BenchmarkSettings.plain(shape)
            let (old, new) = (SyntheticSnapshot(shape).bytes, SyntheticSnapshot(shape).scalingOneService().bytes)
            let whole = try harness.time { try plan(from: old, to: new, under: settings) }
            let compiling = try harness.time {
                try (Compilation(of: old, under: settings).render(), Compilation(of: new, under: settings).render())
            }
            let states = (
                try Compilation(of: old, under: settings).states(), try Compilation(of: new, under: settings).states()
            )
            var measurement = Measurement("plan", shape, whole)
            measurement.inputBytes = old.count + new.count
            measurement.parts = [
                .init(name: "two compilations", median: compiling.median),
                .init(name: "splits and hashes", median: try splitting(of: old, under: settings, harness).median),
                .init(
                    name: "comparison", median: harness.time { RouteModel.plan(from: states.0, to: states.1) }.median),
            ]
            return measurement
        })

    /// Of both states' files; those of one are taken twice.
    private static func splitting(
        of bytes: [UInt8], under settings: BenchmarkSettings, _ harness: Harness
    ) throws -> Samples {
        let files = try Compilation(of: bytes, under: settings).render()
        return harness.time { (files + files).map { split($0, limit: 1_000_000).summary } }
    }

    private static func plan(from old: [UInt8], to new: [UInt8], under settings: BenchmarkSettings) throws -> Plan {
        RouteModel.plan(
            from: try Compilation(of: old, under: settings).states(),
            to: try Compilation(of: new, under: settings).states())
    }
}

extension Compilation {
    /// What a plan compares: the clusters with their files, split as for Swarm.
    fileprivate func states() throws -> [ClusterState] {
        try zip(zip(settings.extensions, tables), render()).map { cluster, file in
            ClusterState(cluster.0, cluster.1, split(file, limit: 1_000_000).summary, of: snapshot)
        }
    }
}
