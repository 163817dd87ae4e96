/// How requests go on to a service.
///
/// A class, since whoever looks at a route would copy all of it, a dozen references.
public final class Forward: Sendable {
    /// Who gets them.
    public let target: Target
    /// What is taken off the front of their paths; `nil`: nothing.
    public let strippedPath: PathPrefix?
    /// Whether a client may upgrade its connection to a WebSocket.
    public let allowsUpgrade: Bool
    /// What is spoken to the peers.
    public let backend: BackendProtocol
    /// What the service asked for beyond the operator's settings.
    public let limits: Limits

    init(target: Target, strippedPath: PathPrefix?, allowsUpgrade: Bool, backend: BackendProtocol, limits: Limits) {
        self.target = target
        self.strippedPath = strippedPath
        self.allowsUpgrade = allowsUpgrade
        self.backend = backend
        self.limits = limits
    }
}

extension Forward: Hashable {
    /// Whether requests go on in the same way.
    public static func == (a: Forward, b: Forward) -> Bool {
        a === b
            || (a.target, a.strippedPath, a.allowsUpgrade, a.backend, a.limits)
                == (b.target, b.strippedPath, b.allowsUpgrade, b.backend, b.limits)
    }

    /// By all that is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(target)
        hasher.combine(strippedPath)
        hasher.combine(allowsUpgrade)
        hasher.combine(backend)
        hasher.combine(limits)
    }
}
