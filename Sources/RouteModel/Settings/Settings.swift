/// The operator's config.toml: Interlock's, with every key of it (reference section 3).
public struct Settings: Sendable {
    /// What Interlock's core reads for itself.
    public internal(set) var core = CoreSettings()
    /// One a service cluster, in the order of the file.
    public internal(set) var extensions: [Extension] = []
    /// What was wrong with single keys; each keeps its default then.
    public internal(set) var diagnostics: [Diagnostic] = []
}

/// What Interlock's core reads for itself (reference section 3.2). Nothing of it concerns a proxy.
public struct CoreSettings: Sendable {
    /// Where the core listens for its extensions.
    public internal(set) var listenAddr = ":8080"
    /// The address of the Docker API.
    public internal(set) var dockerURL = "unix:///var/run/docker.sock"
    /// The file of the authority that signed the Docker API's certificate; empty: none.
    public internal(set) var tlsCACert = ""
    /// The file of the core's own certificate for the Docker API; empty: none.
    public internal(set) var tlsCert = ""
    /// The file of that certificate's key.
    public internal(set) var tlsKey = ""
    /// Whether the Docker API's certificate goes unchecked.
    public internal(set) var allowInsecure = false
    /// How often the core asks the Docker API for changes; 3 s.
    public internal(set) var pollInterval = TimeSpan(seconds: 3)
    /// What extensions are told the core's address is; empty: what it finds itself.
    public internal(set) var endpointOverride = ""
}

/// One service cluster: a set of proxies with its own services and networks (`[Extensions.NAME]`, reference 3.3).
public struct Extension: Sendable {
    /// The table's name; it names the cluster's output too.
    public let name: String
    /// Where the table begins.
    public let position: TextPosition
    /// The value of the label `service_cluster` that brings a service here; empty for services without one.
    public internal(set) var serviceCluster = ""
    /// The networks that its proxies join, by name or ID; `nil`: those that its services need.
    public internal(set) var networks: [String]?
    /// The extension service that Interlock would run; nginxgen takes its place.
    public internal(set) var extensionService = ServiceSettings()
    /// The proxies.
    public internal(set) var proxyService = ServiceSettings()
    /// The image of the service that brings files to running proxies.
    public internal(set) var configImage = ""
    /// The name of that service.
    public internal(set) var configServiceName = "ucp-interlock-config"
    /// Whether a changed file reaches running proxies, so that they need not be replaced.
    public internal(set) var hitlessServiceUpdate = false
    /// Where nginx.conf lies in the proxy's container.
    public internal(set) var proxyConfigPath = ContainerPath(folder: "/etc/nginx", name: "nginx.conf")
    /// How many proxies run: 1 unless `ProxyReplicas` says otherwise, though Interlock crashes without it.
    public internal(set) var proxyReplicas = 1
    /// The signal that ends a proxy; nginx finishes what it is answering on `SIGQUIT`.
    public internal(set) var proxyStopSignal = "SIGQUIT"
    /// How long a proxy may take to stop; 5 s.
    public internal(set) var proxyStopGracePeriod = TimeSpan(seconds: 5)
    /// The pause between two proxies of a rolling update; none.
    public internal(set) var proxyUpdateDelay = TimeSpan(seconds: 0)
    /// How both ports are published.
    public internal(set) var publishMode = PublishMode.ingress
    /// The port that clients of plain HTTP use.
    public internal(set) var publishedPort = 80
    /// The port that the proxy listens on for plain HTTP, within its container.
    public internal(set) var targetPort = 80
    /// The port that clients of TLS use.
    public internal(set) var publishedSSLPort = 443
    /// The port that the proxy listens on for TLS, within its container.
    public internal(set) var targetSSLPort = 443
    /// The name of a config object that holds a template of the operator's; empty: the built-in one.
    public internal(set) var template = ""
    /// What stands in its nginx.conf (`[Extensions.NAME.Config]`).
    public internal(set) var proxy = ProxySettings()
    /// The keys of `Config` that are set, as documented and in byte order, with their values as text.
    public internal(set) var writtenOptions: [SettingPair] = []
    /// Where the options stand that the file sets, by their names.
    var positions: [String: TextPosition] = [:]
}

/// How a Swarm service that Interlock creates is to be made.
public struct ServiceSettings: Sendable {
    /// The image of its tasks.
    public internal(set) var image = ""
    /// Its name; empty: Swarm chooses one.
    public internal(set) var name = ""
    /// The arguments of its containers.
    public internal(set) var args: [String] = []
    /// Labels of the service.
    public internal(set) var labels: [SettingPair] = []
    /// Labels of its containers.
    public internal(set) var containerLabels: [SettingPair] = []
    /// What a node must be for its tasks to run there, as Swarm writes it: `node.labels.region==east`.
    public internal(set) var constraints: [String] = []
    /// Over what its tasks are spread, as Swarm writes it.
    public internal(set) var placementPreferences: [String] = []
}

/// One entry of a table of labels, in the order of the file.
public struct SettingPair: Hashable, Sendable {
    /// The label's key.
    public let key: String
    /// The label's value.
    public let value: String
}

/// How a proxy's ports are published: by every node, or by those that it runs on.
public enum PublishMode: String, CaseIterable, Sendable {
    case ingress, host
}
