import NginxCompiler

/// The folder in which each cluster has a folder with its files.
struct OutputFolder {
    let path: String

    /// Replaces no file before the new bytes of all are on the disk: they belong to one state of the Swarm. Tells of each
    /// main file and of the parts that have changed what became of them, by cluster.
    func write(_ changes: [ClusterChange]) throws(Failure) -> [String: [WrittenFile]] {
        try createFolder(path)
        var folders: [ConfigFolder] = []
        for change in changes {
            guard let file = change.file else { continue }
            folders.append(try ConfigFolder("\(path)/\(change.cluster)", of: change.cluster, file.set))
        }
        var written: [String: [WrittenFile]] = [:]
        for folder in folders {
            try folder.commit { outcome, cluster, path in
                written[cluster, default: []].append(WrittenFile(path: path, outcome: outcome))
            }
        }
        return written
    }
}

/// A file, and what became of it.
struct WrittenFile {
    let path: String
    let outcome: Replacement.Outcome
}
