public import RouteModel

extension ConfigFileSet {
    /// What a plan has to know of it. The hash is that of the main file where that is all, else one over all objects.
    public var summary: FileSummary { summary(ofPartsNamed: parts.map(\.objectName)) }

    /// The same, with the names of the parts' config objects.
    func summary(ofPartsNamed names: [String]) -> FileSummary {
        let digest = BLAKE2b(main.bytes).hexadecimal
        let objects = [ConfigFile.objectName(ofDigest: digest)] + names
        let hash = parts.isEmpty ? digest : BLAKE2b(Array(objects.joined(separator: "\n").utf8)).hexadecimal
        return FileSummary(hash: hash, size: files.reduce(0) { $0 + $1.bytes.count }, objects: objects)
    }
}
