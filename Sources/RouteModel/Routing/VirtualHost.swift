/// One host name and its routes.
///
/// A class, since hosts pass from list to list: a copy counts one reference instead of six.
public final class VirtualHost: Sendable {
    /// Its name.
    public let name: Hostname
    /// In the order in which they win: the longest path first. No path twice. They are for TLS alone where plain HTTP is
    /// redirected; none where no service takes HTTP.
    public let routes: [Route]
    /// How requests of plain HTTP are answered instead of being routed.
    public let redirect: Redirect?
    /// The certificate with which TLS is terminated; `nil`: it is not.
    public let certificate: Certificate?
    /// The secrets that its proxies need: its certificate and key, and the authorities that its peers are checked against.
    let secrets: [SecretName]

    init(name: Hostname, routes: [Route], redirect: Redirect?, certificate: Certificate?) {
        self.name = name
        self.routes = routes
        self.redirect = redirect
        self.certificate = certificate
        secrets = (certificate.map { [$0.certificate, $0.key] } ?? []) + routes.compactMap(\.authority)
    }
}

extension VirtualHost: Hashable {
    /// Whether both are one host with the same routes.
    public static func == (a: VirtualHost, b: VirtualHost) -> Bool {
        a === b
            || (a.name, a.routes, a.redirect, a.certificate) == (b.name, b.routes, b.redirect, b.certificate)
    }

    /// By all that is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(routes)
        hasher.combine(redirect)
        hasher.combine(certificate)
    }
}

extension VirtualHost {
    /// The same host with its plain HTTP routed.
    var withoutRedirect: VirtualHost {
        VirtualHost(name: name, routes: routes, redirect: nil, certificate: certificate)
    }
}
