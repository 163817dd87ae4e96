import NginxCompiler
import RouteModel

extension Suite {
    /// What each compilation does first, whatever the Swarm.
    static let load = Suite(
        name: "load", summary: "settings and the built-in template, read and checked",
        shapes: { _ in [Shape(kind: .mixed, networks: 10)] },
        measure: { shape, harness in
            let settings = BenchmarkSettings.plain(shape).bytes
            return Measurement(
                "load", shape,
                try harness.time {
                    let template = try ConfigTemplate.builtIn()
                    return try readSettings(settings).extensions.map { ProxyOptions($0, for: template) }
                })
        })
}
