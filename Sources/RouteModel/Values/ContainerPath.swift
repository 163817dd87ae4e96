/// A file in a folder of a container: an absolute path that names both.
///
/// The folder can become a mount point, so it is neither the root nor one where Swarm puts files of its own.
public struct ContainerPath: Hashable, Sendable {
    /// The folder, without a `/` at its end.
    public let folder: String
    /// The file's name in it.
    public let name: String

    /// Whoever calls this knows that the folder is absolute and that the name is one.
    init(folder: String, name: String) {
        self.folder = folder
        self.name = name
    }

    /// Where Swarm mounts secrets, and where ours mounts config objects that are to be copied.
    static let reservedFolders = ["/run/secrets", "/run/configs"]

    /// `nil` for a path that is relative, longer than 1,000 bytes, or has an empty part, `.` or `..`.
    public init?(checking text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 1000, let first = parts.first, first.isEmpty, parts.count > 2, let name = parts.last,
            parts.dropFirst().allSatisfy({ !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            ),
            text.utf8.allSatisfy({ $0 >= UInt8(ascii: " ") && $0 != 0x7F })
        else { return nil }
        let folder = text.utf8.dropLast(name.count + 1)
        guard !Self.reservedFolders.contains(where: { $0.utf8.elementsEqual(folder) }) else { return nil }
        self.init(folder: String(Substring(folder)), name: String(Substring(name)))
    }

    /// The whole path.
    public var text: String { path(of: name) }

    /// The path of another file in the folder.
    func path(of name: String) -> String { "\(folder)/\(name)" }
}
