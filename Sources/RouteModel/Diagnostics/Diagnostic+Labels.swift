/// What can be wrong with labels and their values.
extension Diagnostic {
    // MARK: Any label

    static func labelUnknown(_ key: ByteString, of service: Service) -> Self {
        let name = String(decoding: key.bytes.dropFirst(Label.prefix.utf8.count), as: UTF8.self)
        let suggestion =
            nearest(to: name, among: Label.allCases.map(\.rawValue)).map { "did you mean \(Label.prefix)\($0)?" }
            ?? "remove it"
        return Diagnostic(
            .labelUnknown, "the router has no such label; \(suggestion)", at: .label(key, service: service.name))
    }

    static func labelNotText(_ key: ByteString, of service: Service) -> Self {
        Diagnostic(
            .labelNotText, "its value is not a text; the label is left out; put it in quotes",
            at: .label(key, service: service.name))
    }

    static func labelOnContainer(_ key: ByteString, of service: Service) -> Self {
        Diagnostic(
            .labelOnContainer,
            "it is on the service's containers and has no effect there; put it on the service (deploy.labels, --label)",
            at: .label(key, service: service.name))
    }

    static func labelInvalid(_ label: Label, _ value: some Collection<UInt8>, wanted: String, of service: Service)
        -> Self
    {
        Diagnostic(
            .labelInvalid, "\(quoted(value)) is left out; write \(wanted)", at: .label(label, of: service))
    }

    static func labelNeeds(_ label: Label, _ other: Label, of service: Service) -> Self {
        Diagnostic(
            .labelNeeds, "without \(other.rawValue) it has no effect; add that, or remove this",
            at: .label(label, of: service))
    }

    static func labelAgainst(_ label: Label, _ other: Label, of service: Service) -> Self {
        Diagnostic(
            .labelAgainst, "with this \(other.rawValue) it has no effect; remove one of the two",
            at: .label(label, of: service))
    }

    static func labelOverruled(_ label: Label, of service: Service, by winner: Service, on host: Hostname?) -> Self {
        Diagnostic(
            .labelOverruled,
            "\(printable(winner.name.bytes)) has the same path on \(place(host)) and decides; give both the same value",
            at: .label(label, of: service))
    }

    static func placesTooMany(_ label: Label, _ count: Int, of service: Service) -> Self {
        Diagnostic(
            .placesTooMany,
            "\(count) are more than the \(LabelReader.mostPlaces) that one service may have; the rest is left out",
            at: .label(label, of: service))
    }

    // MARK: Hosts

    static func hostsMissing(_ service: Service) -> Self {
        Diagnostic(
            .hostsMissing, "it has labels of the router but no hosts; it is not routed; add the label hosts",
            at: .service(service.name))
    }

    static func hostsEmpty(_ service: Service) -> Self {
        Diagnostic(
            .hostsEmpty, "the label names no host; the service is not routed; name one, like \"www.example.com\"",
            at: .label(.hosts, of: service))
    }

    static func hostInvalid(_ host: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .hostInvalid,
            "\(quoted(host)) is not a host name; there is no route for it; write letters, digits, \"-\" and \".\" only, "
                + "without scheme, port or path",
            at: .label(.hosts, of: service))
    }

    static func hostReserved(_ host: Hostname, of service: Service) -> Self {
        Diagnostic(
            .hostReserved,
            "under \(host.text) the proxy tells of itself; there is no route for it; use a name or another address",
            at: .label(.hosts, of: service))
    }

    static func hostTwice(_ host: Hostname, of service: Service) -> Self {
        Diagnostic(.hostTwice, "\(host.text) is named twice; it is routed once", at: .label(.hosts, of: service))
    }

    static func hostShared(_ host: Hostname, _ first: Service, _ other: Service) -> Self {
        Diagnostic(
            .hostShared,
            "the host \(host.text) is also that of \(printable(first.name.bytes)) (\(stack(of: first))), "
                + "which is no neighbour of this service (\(stack(of: other))); they share its requests",
            at: .label(.hosts, of: other))
    }

    private static func stack(of service: Service) -> String {
        service.labels.stack.map { "stack \(quoted($0.bytes))" } ?? "no stack"
    }

    // MARK: Paths and redirects

    static func pathInvalid(_ label: Label, _ path: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .pathInvalid,
            "\(quoted(path)) is not a path that requests can have; the service is not routed; begin it with \"/\" and "
                + "use letters, digits and \"-._~\", 254 bytes at most and no \"..\"",
            at: .label(label, of: service))
    }

    static func endpointTaken(
        _ endpoint: PathPrefix, of service: Service, by owner: Service, on host: Hostname?
    ) -> Self {
        Diagnostic(
            .endpointTaken,
            "\(endpoint.text) on \(place(host)) is also that of \(printable(owner.name.bytes)), which gets its requests; "
                + "choose another path",
            at: .label(.websocketEndpoints, of: service))
    }

    static func redirectInvalid(_ pair: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .redirectInvalid,
            "\(quoted(pair)) is no redirect; it is left out; write http://old.example,http://new.example",
            at: .label(.redirects, of: service))
    }

    static func redirectOfOtherHost(_ source: Hostname, of service: Service) -> Self {
        Diagnostic(
            .redirectOfOtherHost,
            "\(source.text) is not among the service's hosts; the redirect is left out; add it to the label hosts",
            at: .label(.redirects, of: service))
    }

    static func redirectCircle(_ host: Hostname, of service: Service) -> Self {
        Diagnostic(
            .redirectLoop,
            "\(host.text) would be sent round in a circle; the redirect is left out; change a target",
            at: .label(.redirects, of: service))
    }

    static func redirectWithoutTLS(_ host: Hostname, of service: Service) -> Self {
        Diagnostic(
            .secureWithoutTLS,
            "\(host.text) has no TLS to be sent to; the redirect is left out; add ssl_cert, or change the target",
            at: .label(.redirects, of: service))
    }

    static func redirectTwice(_ source: Hostname, of service: Service) -> Self {
        Diagnostic(
            .redirectTwice, "\(source.text) is redirected twice; the first counts; remove the other",
            at: .label(.redirects, of: service))
    }

    static func redirectOverruled(_ service: Service, by winner: Service, on host: Hostname) -> Self {
        Diagnostic(
            .redirectOverruled,
            "\(printable(winner.name.bytes)) decides whether and where \(host.text) is sent; give both the same value",
            at: .label(.redirects, of: service))
    }

    // MARK: Sessions and TLS

    static func cookieInvalid(_ name: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .cookieInvalid,
            "\(quoted(name)) is no name of a cookie; the service is not routed; write the name alone, 64 bytes at most",
            at: .label(.stickySessionCookie, of: service))
    }

    static func affinityTwice(_ service: Service) -> Self {
        Diagnostic(
            .affinityTwice, "sticky_session_cookie decides; remove one of the two", at: .label(.ipHash, of: service))
    }

    static func secretInvalid(_ label: Label, _ name: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .secretInvalid,
            "\(quoted(name)) is no name of a secret; the hosts have no TLS; write the name of a Docker secret",
            at: .label(label, of: service))
    }

    static func secretMissing(_ label: Label, _ name: SecretName, of service: Service) -> Self {
        Diagnostic(
            .secretMissing, "there is no secret \(name.text); the hosts have no TLS; create it, or correct the label",
            at: .label(label, of: service))
    }

    static func tlsOverruled(_ service: Service, by winner: Service, on host: Hostname) -> Self {
        Diagnostic(
            .tlsOverruled,
            "\(printable(winner.name.bytes)) has other labels for TLS on \(host.text) and decides; give both the same",
            at: .service(service.name))
    }

    static func secureWithoutTLS(_ service: Service) -> Self {
        Diagnostic(
            .secureWithoutTLS, "the service has no TLS to send clients to; the label has no effect; add ssl_cert",
            at: .label(.sslOnly, of: service))
    }

    static func authorityMissing(_ name: some Collection<UInt8>, of service: Service) -> Self {
        Diagnostic(
            .authorityMissing,
            "\(quoted(name)) is no secret with an authority to check peers against; the service is not routed; "
                + "name one, or write none",
            at: .label(.sslBackendTLSVerify, of: service))
    }
}
