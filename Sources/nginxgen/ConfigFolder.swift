import Glibc
import NginxCompiler
import RouteModel

/// A folder that holds the files of one cluster: nginx.conf and the parts that it includes.
struct ConfigFolder {
    private let path: String
    private let cluster: String
    private let files: ConfigFileSet
    /// The new bytes of each of `files`, in their order.
    private let replacements: [Replacement]

    /// Makes the folder if it is not there, and writes what is new to files that nobody reads yet.
    init(_ path: String, of cluster: String, _ files: ConfigFileSet) throws(Failure) {
        (self.path, self.cluster, self.files) = (path, cluster, files)
        try createFolder(path)
        var replacements: [Replacement] = []
        for file in files.files {
            replacements.append(try OutputFile(path: "\(path)/\(file.name)").prepare(file.bytes))
        }
        self.replacements = replacements
    }

    /// Puts the parts in place, then the main file, and only then removes the parts that it no longer includes: at no
    /// moment does it include what is not there.
    ///
    /// - Parameter tell: what to do with the outcome of the main file, and of the parts that have changed.
    func commit(telling tell: (_ outcome: Replacement.Outcome, _ cluster: String, _ path: String) -> Void)
        throws(Failure)
    {
        for (file, replacement) in zip(files.files, replacements) {
            let outcome = try replacement.commit()
            if outcome != .unchanged || file.name == ConfigFile.mainName {
                tell(outcome, cluster, "\(path)/\(file.name)")
            }
        }
        for name in try strayParts() {
            guard unlink("\(path)/\(name)") == 0 else { throw .cannotWrite("\(path)/\(name)", "cannot remove") }
            tell(.removed, cluster, "\(path)/\(name)")
        }
    }

    /// The plain files here that have names of parts and are none, in byte order.
    private func strayParts() throws(Failure) -> [String] {
        guard let folder = opendir(path) else { throw .cannotWrite(path, "cannot list") }
        defer { closedir(folder) }
        let parts = Set(files.parts.map(\.name))
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if ConfigFile.isPartName(name), !parts.contains(name), isPlainFile("\(path)/\(name)") { names.append(name) }
        }
        return names.sorted()
    }

    private func isPlainFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
