/// A configuration in as many files as it needs, so that each fits into a Swarm config object.
public struct ConfigFileSet: Hashable, Sendable {
    /// The file that nginx is started with.
    public let main: ConfigFile
    /// The files that it includes, in the order of its lines; they belong into its folder.
    public let parts: [ConfigFile]

    /// All files, the main one last: once it is in place, what it includes must be there.
    public var files: [ConfigFile] { parts + [main] }
}
