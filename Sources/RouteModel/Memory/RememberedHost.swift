/// What came of one host, and of which claims. A class, since a memory passes it from list to list.
final class RememberedHost: Sendable {
    let name: Hostname
    let claims: [Claim]
    let routed: RoutedHost

    init(_ name: Hostname, _ claims: [Claim]) {
        self.name = name
        self.claims = claims
        routed = HostRouter.route(name, claims)
    }
}
