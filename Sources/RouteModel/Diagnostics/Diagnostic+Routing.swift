/// What can be wrong with a service or its labels, and what is chosen for it.
extension Diagnostic {
    // MARK: Services

    static func clusterUnknown(_ service: Service, among known: [String]) -> Self {
        guard service.labels[.serviceCluster] != nil else {
            return Diagnostic(
                .warning, "cluster-missing",
                "no service cluster takes services without the label service_cluster; it is not routed; "
                    + "name one of \(list(known))",
                at: .service(service.name))
        }
        return Diagnostic(
            .error, "cluster-unknown",
            "there is no service cluster \(quoted(service.cluster.bytes)); it is not routed; name one of \(list(known))",
            at: .label(.serviceCluster, of: service))
    }

    static func job(_ service: Service) -> Self {
        Diagnostic(
            .warning, "service-is-job", "a job's tasks end by themselves; it is not routed; remove its labels",
            at: .service(service.name))
    }

    static func noTask(of service: Service) -> Self {
        Diagnostic(
            .warning, "no-task", "no task of it runs on the routing network; its hosts are answered 503 until one does",
            at: .service(service.name))
    }

    // MARK: Hosts

    static func hostsMissing(_ service: Service) -> Self {
        Diagnostic(
            .warning, "hosts-missing",
            "it has labels of the router but no hosts; it is not routed; add the label hosts",
            at: .service(service.name))
    }

    static func hostsEmpty(_ service: Service) -> Self {
        Diagnostic(
            .error, "hosts-empty",
            "the label names no host; the service is not routed; name one, like \"www.example.com\"",
            at: .label(.hosts, of: service))
    }

    static func hostInvalid(_ host: [UInt8], of service: Service) -> Self {
        Diagnostic(
            .error, "host-invalid",
            "\(quoted(host)) is not a host name; there is no route for it; write letters, digits, \"-\" and \".\" only, "
                + "without scheme, port or path",
            at: .label(.hosts, of: service))
    }

    static func hostReserved(_ host: Hostname, of service: Service) -> Self {
        Diagnostic(
            .error, "host-reserved",
            "under \(host.text) the proxy tells of itself; there is no route for it; use a name or another address",
            at: .label(.hosts, of: service))
    }

    static func hostsTooMany(_ service: Service, _ count: Int) -> Self {
        Diagnostic(
            .error, "hosts-too-many",
            "\(count) hosts are more than the \(Router.mostHosts) that one service may have; the rest is left out",
            at: .label(.hosts, of: service))
    }

    static func hostSharedByStacks(_ host: Hostname, _ first: Service, _ other: Service) -> Self {
        Diagnostic(
            .warning, "host-shared-by-stacks",
            "the host \(host.text) is also that of \(printable(first.name.bytes)) (\(stack(of: first))), "
                + "another stack than this service's (\(stack(of: other))); they share its requests",
            at: .label(.hosts, of: other))
    }

    // MARK: Paths and ports

    static func pathInvalid(_ path: ByteString, of service: Service) -> Self {
        Diagnostic(
            .error, "path-invalid",
            "\(quoted(path.bytes)) is not a path that requests can have; the service is not routed; begin it with \"/\" and "
                + "use letters, digits and \"-._~\", 255 bytes at most and no \"..\"",
            at: .label(.contextRoot, of: service))
    }

    static func rewriteOverruled(_ service: Service, by winner: Service, on host: Hostname) -> Self {
        Diagnostic(
            .warning, "rewrite-overruled",
            "\(printable(winner.name.bytes)) has the same path on \(host.text) and decides whether it is rewritten; "
                + "give both services the same value",
            at: .label(.contextRootRewrite, of: service))
    }

    static func rewriteWithoutPath(_ service: Service) -> Self {
        Diagnostic(
            .warning, "label-without-effect", "there is no context_root to rewrite; add it or remove this label",
            at: .label(.contextRootRewrite, of: service))
    }

    static func portInvalid(_ port: ByteString, of service: Service) -> Self {
        Diagnostic(
            .error, "port-invalid",
            "\(quoted(port.bytes)) is not a port; the service is not routed; write a number from 1 to 65535",
            at: .label(.port, of: service))
    }

    static func portMissing(_ service: Service, declared: Int) -> Self {
        let reason = declared == 0 ? "it declares none" : "it declares \(declared)"
        return Diagnostic(
            .error, "port-missing",
            "there is no label port, and \(reason) to choose from; the service is not routed; add the label port",
            at: .service(service.name))
    }

    static func portChosen(_ port: Port, for service: Service) -> Self {
        Diagnostic(
            .note, "port-chosen",
            "there is no label port; port \(port.number) is taken, the only one that it declares",
            at: .service(service.name))
    }

    // MARK: Networks

    static func networkNone(_ service: Service, in cluster: Extension) -> Self {
        let reason =
            cluster.networks.map { "none of the networks of the cluster \(cluster.name) (\(list($0)))" }
            ?? "no overlay network"
        return Diagnostic(
            .error, "network-none", "it is attached to \(reason); it is not routed; attach it to one",
            at: .service(service.name))
    }

    static func networkUnknown(_ network: ByteString, of service: Service) -> Self {
        Diagnostic(
            .error, "network-unknown",
            "it is attached to no network \(quoted(network.bytes)) that the proxy can join, but to several others; "
                + "it is not routed; name one of its networks",
            at: .label(.network, of: service))
    }

    static func networkReplaced(_ network: ByteString, by other: ByteString, for service: Service) -> Self {
        Diagnostic(
            .warning, "network-replaced",
            "it is attached to no network \(quoted(network.bytes)); \(printable(other.bytes)) is taken, the only one that "
                + "the proxy can join; correct the label",
            at: .label(.network, of: service))
    }

    static func networkChosen(_ network: ByteString, for service: Service) -> Self {
        Diagnostic(
            .warning, "network-chosen",
            "it is attached to several networks; \(printable(network.bytes)) is taken; name one with the label network",
            at: .service(service.name))
    }

    // MARK: Labels

    static func flagInvalid(_ label: Label, _ value: ByteString, of service: Service) -> Self {
        Diagnostic(
            .error, "flag-invalid", "\(quoted(value.bytes)) is neither \"true\" nor \"false\"; it counts as false",
            at: .label(label, of: service))
    }

    static func labelUnknown(_ key: ByteString, of service: Service) -> Self {
        let name = String(decoding: key.bytes.dropFirst(Label.prefix.utf8.count), as: UTF8.self)
        let suggestion =
            nearest(to: name, among: Label.allCases.map(\.rawValue)).map { "did you mean \(Label.prefix)\($0)?" }
            ?? "remove it"
        return Diagnostic(
            .warning, "label-unknown", "the router has no such label; \(suggestion)",
            at: .label(key, service: service.name))
    }

    static func labelNotText(_ key: ByteString, of service: Service) -> Self {
        Diagnostic(
            .error, "label-not-text", "its value is not a text; the label is left out; put it in quotes",
            at: .label(key, service: service.name))
    }

    static func labelUnsupported(_ label: Label, of service: Service) -> Self {
        Diagnostic(
            .warning, "label-unsupported", "this version does not act on the label; the service is routed without it",
            at: .label(label, of: service))
    }

    private static func list(_ names: [String]) -> String {
        names.map { quoted($0.utf8) }.joined(separator: ", ")
    }

    private static func stack(of service: Service) -> String {
        service.labels.stack.map { quoted($0.bytes) } ?? "none"
    }
}
