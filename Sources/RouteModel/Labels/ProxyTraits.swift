/// What of a cluster's proxies decides what labels mean.
struct ProxyTraits: Sendable {
    /// Whether a client's address decides its peer where the service does not say.
    var isByClientAddress = false
    /// Whether they can ask for the addresses of peers that speak gRPC when a request comes.
    var asksDNSForGRPCPeers = true
}

extension ProxyTraits {
    /// For a look at labels that no cluster's proxies have to do with.
    static let unknown = ProxyTraits()

    init(of cluster: Extension) {
        isByClientAddress = cluster.proxy.ipHash
        asksDNSForGRPCPeers = (cluster.proxy.nginxVersion ?? .usual).takesVariablesForGRPC
    }
}
