/// What can be wrong with a service as a whole, its networks and its peers.
extension Diagnostic {
    static func clusterUnknown(_ service: Service, among known: [String]) -> Self {
        guard service.labels.has(.serviceCluster) else {
            return Diagnostic(
                .clusterMissing,
                "no service cluster takes services without the label service_cluster; it is not routed; "
                    + "name one of \(list(known))",
                at: .service(service.name))
        }
        return Diagnostic(
            .clusterUnknown,
            "there is no service cluster \(quoted(service.cluster.bytes)); it is not routed; \(choice(of: known))",
            at: .label(.serviceCluster, of: service))
    }

    /// What to do about a service cluster that there is not; one without a name takes services without the label.
    private static func choice(of known: [String]) -> String {
        let names = known.filter { !$0.utf8.isEmpty }
        let removal = names.count < known.count ? ["remove the label"] : []
        return ((names.isEmpty ? [] : ["name one of \(list(names))"]) + removal).joined(separator: ", or ")
    }

    static func job(_ service: Service) -> Self {
        Diagnostic(
            .serviceIsJob, "a job's tasks end by themselves; it is not routed; remove its labels",
            at: .service(service.name))
    }

    static func labelsCarriedOver(_ service: Service, since: ByteString?) -> Self {
        let time = since.map { " since \(printable($0.bytes))" } ?? ""
        return Diagnostic(
            .labelsCarriedOver,
            "its labels are invalid\(time); its routes stay those of its last valid labels; correct the labels",
            at: .service(service.name))
    }

    static func noTask(of service: Service) -> Self {
        Diagnostic(
            .noTask, "no task of it can be reached; its hosts are answered 503 until one can",
            at: .service(service.name))
    }

    static func addressOutside(_ address: IPAddress, of service: Service) -> Self {
        Diagnostic(
            .addressOutside, "the address \(address) of a task lies outside of its network; it gets no requests",
            at: .service(service.name))
    }

    static func fallbackTaken(_ service: Service, by winner: Service) -> Self {
        Diagnostic(
            .fallbackTaken,
            "\(printable(winner.name.bytes)) answers unknown hosts already; only one service can; remove the label from one",
            at: .label(.defaultBackend, of: service))
    }

    // MARK: Ports

    static func portInvalid(_ port: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .portInvalid,
            "\(quoted(port)) is not a port; the service is not routed; write a number from 1 to 65535",
            at: .label(.port, of: service))
    }

    static func portMissing(_ service: Service, declared: Int) -> Self {
        let reason = declared == 0 ? "it declares none" : "it declares \(declared)"
        return Diagnostic(
            .portMissing,
            "there is no label port, and \(reason) to choose from; the service is not routed; add the label port",
            at: .service(service.name))
    }

    static func portChosen(_ port: Port, for service: Service) -> Self {
        Diagnostic(
            .portChosen, "there is no label port; port \(port.number) is taken, the only one that it declares",
            at: .service(service.name))
    }

    // MARK: Networks

    static func networkNone(_ service: Service, in cluster: Extension) -> Self {
        let problem =
            switch cluster.networks {
            case nil: "it is attached to no overlay network; it is not routed; attach it to one"
            case []?:
                "the proxies of the cluster \(cluster.name) join no network; it is not routed; list some in Networks"
            case let networks?:
                "it is attached to none of the networks of the cluster \(cluster.name) (\(list(networks))); it is not "
                    + "routed; attach it to one"
            }
        return Diagnostic(.networkNone, problem, at: .service(service.name))
    }

    static func networkUnknown(_ network: ByteString, of service: Service) -> Self {
        Diagnostic(
            .networkUnknown,
            "it is attached to no network \(quoted(network.bytes)) that the proxy can join, but to several others; "
                + "it is not routed; name one of its networks",
            at: .label(.network, of: service))
    }

    static func networkReplaced(_ network: ByteString, by other: ByteString, for service: Service) -> Self {
        Diagnostic(
            .networkReplaced,
            "it is attached to no network \(quoted(network.bytes)); \(printable(other.bytes)) is taken, the only one that "
                + "the proxy can join; correct the label",
            at: .label(.network, of: service))
    }

    static func networkWithoutEffect(_ service: Service) -> Self {
        Diagnostic(
            .networkReplaced,
            "it is on no overlay network that the proxy can join; the ports that its tasks publish on their nodes are "
                + "used; remove the label",
            at: .label(.network, of: service))
    }

    static func networkChosen(_ network: ByteString, for service: Service) -> Self {
        Diagnostic(
            .networkChosen,
            "it is attached to several networks; \(printable(network.bytes)) is taken; name one with the label network",
            at: .service(service.name))
    }

    // MARK: Backend modes

    static func virtualAddressMissing(_ service: Service) -> Self {
        Diagnostic(
            .virtualAddressMissing,
            "it has no virtual IP on the routing network; its tasks' addresses are used; remove the label or change "
                + "the endpoint mode",
            at: .label(.backendMode, of: service))
    }

    static func modeNeedsNetwork(_ service: Service) -> Self {
        Diagnostic(
            .modeNeedsNetwork,
            "it is on no overlay network; the ports that its tasks publish on their nodes are used; remove the label",
            at: .label(.backendMode, of: service))
    }

    static func dnsImpossible(_ service: Service) -> Self {
        Diagnostic(
            .dnsImpossible,
            "nginx cannot ask for addresses while it takes a path off or passes TLS through; its tasks' addresses are "
                + "used; choose task or vip",
            at: .label(.backendMode, of: service))
    }

    static func dnsNeedsNewerNginx(_ service: Service) -> Self {
        Diagnostic(
            .dnsImpossible,
            "nginx before 1.17.8 (Version in the settings) cannot ask for the addresses of peers that speak gRPC; its "
                + "tasks' addresses are used; choose task or vip",
            at: .label(.backendMode, of: service))
    }

    static func dnsShared(_ service: Service, with other: Service, on host: Hostname?) -> Self {
        Diagnostic(
            .dnsImpossible,
            "it shares \(place(host)) with \(printable(other.name.bytes)), where nginx cannot ask for addresses; those of "
                + "tasks are used; choose task or vip",
            at: .label(.backendMode, of: service))
    }

    static func dnsNameInvalid(_ service: Service) -> Self {
        Diagnostic(
            .dnsNameInvalid, "its name is no name in DNS; its tasks' addresses are used; choose task or vip",
            at: .label(.backendMode, of: service))
    }

    static func list(_ names: [String]) -> String { names.map { quoted($0.utf8) }.joined(separator: ", ") }

    static func place(_ host: Hostname?) -> String { host?.text ?? "the hosts that nobody has" }
}
