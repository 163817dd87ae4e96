/// A file of the proxies, and the Swarm config object that holds it.
public struct ConfigObject: Hashable, Sendable {
    /// The file's name among those of its cluster.
    public let file: String
    /// The object's name; it changes with the content, since config objects cannot.
    public let name: String

    /// Holds what it is given.
    public init(file: String, name: String) {
        self.file = file
        self.name = name
    }
}
