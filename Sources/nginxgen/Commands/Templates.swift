import NginxCompiler
import RouteModel

/// The template of each service cluster, each file loaded once.
struct Templates {
    /// What clusters without one of their own use.
    private let usual: ConfigTemplate
    /// By the extension's name.
    private var own: [String: ConfigTemplate] = [:]

    /// Loads what the request names for all clusters, else what each cluster's key `Template` names. In a Swarm that is
    /// a config object; here it is a file, its path taken from the folder of config.toml.
    ///
    /// - Parameter path: the file for all clusters; `nil`: what the settings say.
    /// - Parameter config: the file of the settings.
    init(for clusters: [Extension], template path: String?, beside config: String) throws(Failure) {
        if let path {
            usual = try ConfigTemplate(from: try InputFile(path))
            return
        }
        // It never fails, and is loaded while the snapshot is read: that takes as long as to read 10 networks.
        let builtIn = Aside { Result { () throws(CompilerFault) in try ConfigTemplate.builtIn() } }
        usual = ConfigTemplate(awaiting: { builtIn.value })
        var files: [ByteString: ConfigTemplate] = [:]
        for cluster in clusters where !cluster.template.isEmpty {
            let path = Self.path(cluster.template, beside: config)
            if files[ByteString(path.utf8)] == nil {
                files[ByteString(path.utf8)] = try ConfigTemplate(from: try InputFile(path))
            }
            own[cluster.name] = files[ByteString(path.utf8)]
        }
    }

    /// The template of a cluster; the built-in one may still be being loaded.
    func template(of cluster: Extension) -> ConfigTemplate { own[cluster.name] ?? usual }

    /// `name` as a path from the folder of `config`; from the current one if config.toml is standard input.
    private static func path(_ name: String, beside config: String) -> String {
        guard name.utf8.first != UInt8(ascii: "/"), let slash = config.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            return name == "-" ? "./-" : name
        }
        return String(config[...slash]) + name
    }
}
