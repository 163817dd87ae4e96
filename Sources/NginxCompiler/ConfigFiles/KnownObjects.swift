public import RouteModel

/// The config objects of the parts of one file: those of the next one that stay the same are not hashed again.
public struct KnownObjects: Sendable {
    /// By the names of the parts.
    private var parts: [String: (bytes: [UInt8], objectName: String)] = [:]

    /// Knows none yet.
    public init() {}

    /// The same as `set.summary`; knows the parts of `set` from then on, and no others.
    public mutating func summary(of set: ConfigFileSet) -> FileSummary {
        var names: [String] = []
        var parts: [String: (bytes: [UInt8], objectName: String)] = [:]
        for part in set.parts {
            let known = self.parts[part.name].flatMap { $0.bytes == part.bytes ? $0.objectName : nil }
            let name = known ?? part.objectName
            names.append(name)
            parts[part.name] = (part.bytes, name)
        }
        self.parts = parts
        return set.summary(ofPartsNamed: names)
    }
}
