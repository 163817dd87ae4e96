public import RouteModel

extension ConfigFileSet {
    /// What a plan has to know of it. The hash is that of the main file where that is all, else one over all objects.
    public var summary: FileSummary {
        let objects = [main.objectName] + parts.map(\.objectName)
        let hash = BLAKE2b(parts.isEmpty ? main.bytes : Array(objects.joined(separator: "\n").utf8)).hexadecimal
        return FileSummary(hash: hash, size: files.reduce(0) { $0 + $1.bytes.count }, objects: objects)
    }
}
