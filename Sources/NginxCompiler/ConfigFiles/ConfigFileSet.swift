/// A configuration in as many files as it needs, so that each fits into a Swarm config object.
public struct ConfigFileSet: Hashable, Sendable {
    /// The file that nginx is started with.
    public let main: ConfigFile
    /// The files that it includes, in the order of its lines; they belong into its folder.
    public let parts: [ConfigFile]

    init(main: [UInt8], parts: [ConfigFile] = []) {
        self.main = ConfigFile(name: ConfigFile.mainName, bytes: main)
        self.parts = parts
    }

    /// A configuration in one piece, however long it is.
    public init(whole file: [UInt8]) { self.init(main: file) }

    /// All files, the main one last: once it is in place, what it includes must be there.
    public var files: [ConfigFile] { parts + [main] }
}
