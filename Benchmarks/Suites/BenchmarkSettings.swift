/// A config.toml as the benchmarks need it.
struct BenchmarkSettings {
    let text: String

    var bytes: [UInt8] { Array(text.utf8) }

    /// Defaults for every cluster of `shape`.
    static func plain(_ shape: Shape) -> BenchmarkSettings {
        guard shape.clusters > 1 else { return BenchmarkSettings(text: "[Extensions.default]\n") }
        let tables = (0..<shape.clusters).map {
            "[Extensions.cluster-\($0)]\nServiceCluster = \"cluster-\($0)\"\n"
        }
        return BenchmarkSettings(text: tables.joined())
    }

    /// For an nginx of this machine, in `folder`, that takes plain HTTP on `port`: its files lie in the folder and it
    /// logs no request, as the log would measure the disk.
    static func local(in folder: String, port: UInt16, user: String, nginxVersion: String) -> BenchmarkSettings {
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\"\($0)_temp_path \(folder)/\($0);\""
        }
        return BenchmarkSettings(
            text: """
                [Extensions.default]
                TargetPort = \(port)
                PublishedPort = \(port)
                [Extensions.default.Config]
                Version = "\(nginxVersion)"
                User = "\(user)"
                PidPath = "\(folder)/nginx.pid"
                ErrorLogPath = "\(folder)/error.log"
                AccessLogPath = "off"
                HTTPOptions = [\(temporary.joined(separator: ", "))]

                """)
    }
}
