import NginxCompiler
import RouteModel

/// What a config object can hold, and what to do with a longer file.
struct ConfigLimit {
    let bytes: Int
    /// Whether a longer file is split; only a folder can take several files.
    let splits: Bool

    /// The files in which `file` is written.
    func files(of file: [UInt8]) -> ConfigFileSet {
        splits ? split(file, limit: bytes) : ConfigFileSet(whole: file)
    }

    /// What is to be said of the size of `file`, which is written as `files`: nothing below 80 % of the limit.
    func diagnostics(of file: [UInt8], as files: ConfigFileSet, for cluster: Extension) -> [Diagnostic] {
        guard file.count >= bytes / 5 * 4 else { return [] }
        let (count, position) = (file.count, cluster.position)
        let largest = contributions(to: file).prefix(3).map { (host: $0.host, bytes: $0.bytes) }
        if count <= bytes { return [.configLarge(count, of: bytes, largest: largest, at: position)] }
        if !splits { return [.configNotSplit(count, over: bytes, largest: largest, at: position)] }
        let parts = files.parts.map(\.bytes.count)
        let tooLarge = files.files.filter { $0.bytes.count > bytes }.map {
            Diagnostic.configTooLarge($0.name, $0.bytes.count, over: bytes, at: position)
        }
        guard !parts.isEmpty else { return tooLarge }
        return [.configSplit(count, over: bytes, parts: parts, largest: largest, at: position)] + tooLarge
    }
}
