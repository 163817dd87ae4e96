/// How what a cluster serves becomes something else.
struct RouteChanges {
    private(set) var causes: [Cause] = []
    private let sharedAddresses: [IPAddress]
    /// Made for the first route that changes: there are as many as services.
    private lazy var shared = Set(sharedAddresses)

    /// - Parameter shared: the addresses of peers that are no task's own.
    init(from old: RoutingTable, to new: RoutingTable, sharing shared: [IPAddress]) {
        sharedAddresses = shared
        for (old, new) in differences(old.hosts, new.hosts, by: \.name) { compare(old, new) }
        for (old, new) in differences(old.passthrough, new.passthrough, by: \.name) { compare(old, new) }
        compare(old.fallback, new.fallback)
        let passed = (old.passthroughFallback, new.passthroughFallback)
        guard passed.0 != passed.1 else { return }
        compare(
            passed.0.map { RouteDescription($0) }, passed.1.map { RouteDescription($0) },
            "TLS of hosts that nobody has",
            "passed through: ")
    }

    private mutating func compare(_ old: VirtualHost?, _ new: VirtualHost?) {
        guard old != new, let name = (old ?? new)?.name.text else { return }
        guard let old, let new else {
            let text = new.map { ([$0.entry].compactMap { $0 } + $0.routes.map(\.text)).joined(separator: "; ") }
            causes.append(Cause(.route, new == nil ? .removed : .added, name, text ?? ""))
            return
        }
        compare(old.routes, new.routes, of: name)
        compare(
            "plain HTTP", old.redirect.map { "\($0)" } ?? "routed", new.redirect.map { "\($0)" } ?? "routed", of: name)
        compare("TLS", certificate(old.certificate), certificate(new.certificate), of: name)
    }

    private mutating func compare(_ old: PassthroughHost?, _ new: PassthroughHost?) {
        guard old != new, let name = (old ?? new)?.name.text else { return }
        compare(
            old.map { RouteDescription($0.upstream) }, new.map { RouteDescription($0.upstream) }, "\(name) over TLS",
            "passed through: ")
    }

    private mutating func compare(_ old: Fallback?, _ new: Fallback?) {
        let name = "hosts that nobody has"
        compare(old?.routes ?? [], new?.routes ?? [], of: name)
        compare("TLS", certificate(old?.certificate), certificate(new?.certificate), of: name)
    }

    private mutating func compare(_ old: [Route], _ new: [Route], of host: String) {
        for (old, new) in pairs(old, new, by: \.path) where old != new {
            guard let path = (old ?? new)?.path else { continue }
            compare(
                old.map { RouteDescription($0.action) }, new.map { RouteDescription($0.action) },
                path.isRoot ? host : host + path.text, "")
        }
    }

    private mutating func compare(
        _ old: RouteDescription?, _ new: RouteDescription?, _ subject: String, _ prefix: String
    ) {
        guard let old, let new else {
            causes.append(
                Cause(.route, new == nil ? .removed : .added, subject, new.map { prefix + $0.text } ?? ""))
            return
        }
        guard let change = old.change(to: new) else { return }
        let areTasks = !(old.peers + new.peers).contains { shared.contains($0.address) }
        causes.append(
            Cause(.route, .changed, subject, change.text, isOfTasksAlone: change.isOfPeersAlone && areTasks))
    }

    private mutating func compare(_ what: String, _ old: String, _ new: String, of subject: String) {
        if old != new { causes.append(Cause(.route, .changed, subject, "\(what): \(old) -> \(new)")) }
    }

    private func certificate(_ certificate: Certificate?) -> String { certificate.map { "\($0)" } ?? "none" }
}

extension VirtualHost {
    /// How clients come in, where that is not over plain HTTP alone.
    fileprivate var entry: String? {
        let parts = [certificate.map { "TLS with \($0)" }, redirect.map { "plain HTTP is \($0)" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension Route {
    fileprivate var text: String {
        let text = RouteDescription(action).text
        return path.isRoot ? text : "\(path.text) \(text)"
    }
}

extension Redirect: CustomStringConvertible {
    /// Where requests are sent.
    public var description: String {
        switch self {
        case .to(let target): "sent to \(target.text)"
        case .secure: "sent to TLS"
        }
    }
}

extension Certificate: CustomStringConvertible {
    /// The names of the secrets.
    public var description: String {
        certificate == key ? certificate.text : "\(certificate.text) and the key \(key.text)"
    }
}
